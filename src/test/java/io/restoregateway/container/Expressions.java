package io.restoregateway.container;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard and the alerts ask Prometheus, by where it stands. */
final class Expressions {

    private static final Path DASHBOARD = Path.of("docker/grafana/dashboards/restore-gateway.json");

    private static final Path ALERTS = Path.of("docker/prometheus/alerts.yml");

    private Expressions() {}

    static Map<String, String> ofDashboard() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (JsonNode panel : JsonMapper.shared().readTree(DASHBOARD).path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                found.put(
                        "panel " + panel.path("title").asString() + ", "
                                + target.path("refId").asString(),
                        target.path("expr").asString());
            }
        }
        return found;
    }

    /** Without what they are compared with: while all is well, the comparison leaves nothing over. */
    static Map<String, String> ofAlerts() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Reader file = Files.newBufferedReader(ALERTS)) {
            Map<String, List<Map<String, Object>>> rules = new Yaml().load(file);
            for (Map<String, Object> group : rules.get("groups")) {
                for (Object rule : (List<?>) group.get("rules")) {
                    Map<?, ?> alert = (Map<?, ?>) rule;
                    String expression = String.valueOf(alert.get("expr")).strip();
                    found.put("alert " + alert.get("alert"), expression.replaceFirst(" [<>] [0-9.]+$", ""));
                }
            }
        }
        return found;
    }
}
