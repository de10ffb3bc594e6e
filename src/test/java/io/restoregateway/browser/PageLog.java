package io.restoregateway.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.logging.LogEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page did that its visitor may not see.
 *
 * @param complaints errors on its console, uncaught exceptions among them
 * @param asked every address that it asked over the network
 * @param failed what it asked for and did not get, with the status or the reason
 */
record PageLog(List<String> complaints, List<String> asked, List<String> failed) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int FIRST_ERROR = 400;

    static PageLog of(List<LogEntry> console, List<LogEntry> network) {
        Reading reading = new Reading();
        network.forEach(entry -> reading.take(JSON.readTree(entry.getMessage()).path("message")));
        return new PageLog(complaints(console), reading.asked, reading.failed);
    }

    private static List<String> complaints(List<LogEntry> console) {
        return console.stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Follows the DevTools protocol's network events. */
    private static final class Reading {

        private final Map<String, String> addresses = new HashMap<>();

        private final List<String> asked = new ArrayList<>();

        private final List<String> failed = new ArrayList<>();

        void take(JsonNode event) {
            JsonNode params = event.path("params");
            switch (event.path("method").asString()) {
                case "Network.requestWillBeSent" -> asks(params);
                case "Network.responseReceived" -> answers(params.path("response"));
                case "Network.loadingFailed" -> fails(params);
                default -> {
                    // what does not concern the network
                }
            }
        }

        private void asks(JsonNode params) {
            String url = params.path("request").path("url").asString();
            addresses.put(params.path("requestId").asString(), url);
            if (!url.startsWith("data:") && !url.startsWith("blob:")) {
                asked.add(url);
            }
        }

        private void answers(JsonNode response) {
            int status = response.path("status").asInt();
            if (status >= FIRST_ERROR) {
                failed.add(status + " " + response.path("url").asString());
            }
        }

        private void fails(JsonNode params) {
            String url = addresses.getOrDefault(params.path("requestId").asString(), "?");
            failed.add(params.path("errorText").asString() + " " + url);
        }
    }
}
