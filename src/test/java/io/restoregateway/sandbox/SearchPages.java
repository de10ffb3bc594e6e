package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Pages through a search as the gateway does. */
final class SearchPages {

    private SearchPages() {}

    /** The guids of all hits; every page has to tell their number. */
    static List<String> guids(SandboxClient client, Object query) {
        List<String> guids = new ArrayList<>();
        JsonNode page = page(client, query, null);
        int total = page.path("approximateCount").asInt();
        while (page.has("entities")) {
            page.path("entities").forEach(hit -> guids.add(hit.path("guid").asString()));
            page = page(client, query, guids.getLast());
        }
        if (guids.size() != total) {
            throw new AssertionError(guids.size() + " hits, but approximateCount is " + total);
        }
        return guids;
    }

    private static JsonNode page(SandboxClient client, Object query, String after) {
        Map<String, Object> dsl = new LinkedHashMap<>();
        dsl.put("size", 400);
        dsl.put("query", query);
        dsl.put("sort", List.of(Map.of("__guid", Map.of("order", "asc"))));
        if (after != null) {
            dsl.put("search_after", List.of(after));
        }
        return client.post("/api/meta/search/indexsearch", Map.of("dsl", dsl)).json();
    }
}
