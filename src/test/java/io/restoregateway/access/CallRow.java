package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * A call, who may make it, and what it is answered with then.
 *
 * @param may by the letters of the table
 */
record CallRow(String may, int status, HttpMethod method, String path) {

    /** Callers by their names, and the roles of each. */
    static final Map<String, String> CALLERS = Map.of(
            "viewer", "viewer",
            "restorer", "restorer",
            "approver", "approver",
            "admin", "admin",
            "both", "restorer,approver");

    private static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    private static final String CONNECTION =
            "{\"qualifiedName\": \"default/mongodb/mongodb.atlan.com\", \"guid\": \"" + GUID + "\"}";

    private static final String ASSET = CONNECTION.replace("{", "{\"typeName\": \"Connection\", ");

    private static final String ENTITY = "{\"typeName\": \"Connection\", \"guid\": \"" + GUID
            + "\", \"status\": \"ACTIVE\", \"attributes\": {\"qualifiedName\": \"default/mongodb/mongodb.atlan.com\","
            + " \"name\": \"mongodb.atlan.com\"}}";

    private static final String NAMED =
            "{\"typeName\": \"Connection\", \"qualifiedName\": \"default/mongodb/mongodb.atlan.com\"}";

    /** What the calls send that send anything, by the beginning of their paths; the longest one counts. */
    private static final Map<String, String> BODIES = Map.of(
            "/api/v1/assets/restore",
            ASSET,
            "/api/v1/assets/restore-by-qualified-name",
            NAMED,
            "/api/v1/assets/restore-batch",
            "{\"assets\": [" + ASSET + "]}",
            "/api/v1/connections/restore",
            CONNECTION,
            "/api/v1/connections/restore-batch",
            "{\"connections\": [" + CONNECTION + "]}",
            "/api/meta/entity/bulk",
            "{\"entities\": [" + ENTITY + "]}",
            "/api/v1/restore-jobs",
            "{\"validateOnly\": true, \"assets\": [" + ASSET + "]}",
            "/api/v1/restore-jobs/",
            "");

    /**
     * What a role may: R a viewer's, W a restorer's, A an approver's, C either's; and what anybody may: O. With what is answered
     * whoever may; the job is complete, which some calls do not go with.
     */
    private static final String MAY = """
            O 302 GET /
            O 302 GET /swagger-ui.html
            O 200 GET /swagger-ui/index.html
            O 200 GET /v3/api-docs
            O 200 GET /v3/api-docs.yaml
            O 200 GET /v3/api-docs/swagger-config
            O 200 GET /problems
            O 200 GET /problems/{slug}
            O 200 GET /livez
            O 200 GET /readyz
            O 200 GET /actuator/health
            O 200 GET /actuator/health/liveness
            O 200 GET /actuator/health/readiness
            R 200 GET /actuator
            R 200 GET /actuator/info
            R 200 GET /actuator/prometheus
            R 200 GET /actuator/sbom
            R 200 GET /actuator/sbom/application
            R 200 GET /api/v1/archived-assets
            R 200 HEAD /api/v1/archived-assets
            R 200 GET /api/v1/archived-assets/{guid}
            R 200 GET /api/v1/audit-events
            R 200 GET /api/v1/restore-jobs
            R 200 GET /api/v1/restore-jobs/{id}
            R 200 GET /api/v1/restore-jobs/{id}/items
            R 200 GET /api/v1/restore-jobs/{id}/report
            R 200 GET /api/v1/restore-jobs/{id}/events
            R 200 POST /api/v1/assets/restore?validateOnly=true
            R 200 POST /api/v1/assets/restore-by-qualified-name?validateOnly=true
            R 200 POST /api/v1/assets/restore-batch?validateOnly=true
            R 200 POST /api/v1/connections/restore?validateOnly=true
            R 200 POST /api/v1/connections/restore-batch?validateOnly=true
            W 200 POST /api/v1/assets/restore
            W 200 POST /api/v1/assets/restore?validateOnly=false
            W 400 POST /api/v1/assets/restore?validateOnly=TRUE
            W 400 POST /api/v1/assets/restore?validateOnly=true&validateOnly=false
            W 200 POST /api/v1/assets/restore-by-qualified-name
            W 200 POST /api/v1/assets/restore-batch
            W 200 POST /api/v1/connections/restore
            W 200 POST /api/v1/connections/restore-batch
            W 200 POST /api/meta/entity/bulk
            W 200 POST /api/meta/entity/bulk/
            W 400 POST /api/meta/entity/bulk?validateOnly=true
            W 202 POST /api/v1/restore-jobs
            W 400 POST /api/v1/restore-jobs?validateOnly=true
            W 409 POST /api/v1/restore-jobs/{id}/retry-failed
            C 409 POST /api/v1/restore-jobs/{id}/pause
            C 409 POST /api/v1/restore-jobs/{id}/resume
            C 409 POST /api/v1/restore-jobs/{id}/cancel
            A 409 POST /api/v1/restore-jobs/{id}/confirm
            A 202 POST /api/v1/restore-jobs/{id}/undo
            """;

    static Stream<CallRow> all() {
        return MAY.lines()
                .map(line -> line.split(" ", 4))
                .map(words ->
                        new CallRow(words[0], Integer.parseInt(words[1]), HttpMethod.valueOf(words[2]), words[3]));
    }

    boolean isOpen() {
        return may.equals("O");
    }

    boolean allows(String caller) {
        Set<String> roles = Set.of(CALLERS.get(caller).split(",", -1));
        return switch (may) {
            case "O", "R" -> true;
            case "W" -> roles.contains("restorer") || roles.contains("admin");
            case "A" -> roles.contains("approver") || roles.contains("admin");
            case "C" -> !roles.equals(Set.of("viewer"));
            default -> throw new AssertionError(may);
        };
    }

    /** Makes the call. */
    HttpResponse<String> made(Calls calls, String job, String... headers) {
        String target = path.replace("{id}", job).replace("{guid}", GUID).replace("{slug}", "forbidden");
        return method.equals(HttpMethod.POST)
                ? calls.post(target, body(), "application/json", headers)
                : calls.send(method, target, headers);
    }

    /** Makes every call of the table, and sees that whoever may is answered, and whoever may not is refused. */
    static void tryAll(Calls calls, String job, String caller, String... headers) {
        assertThat(statuses(calls, job, headers))
                .isNotEmpty()
                .allSatisfy((row, status) ->
                        assertThat(status).as("%s %s", row, caller).isEqualTo(row.allows(caller) ? row.status() : 403));
    }

    /** Makes every call of the table as somebody who is not known. */
    static void tryAllInVain(Calls calls, String job, String... headers) {
        assertThat(statuses(calls, job, headers))
                .isNotEmpty()
                .allSatisfy((row, status) -> assertThat(status)
                        .as("%s %s", row, List.of(headers))
                        .isEqualTo(row.isOpen() ? row.status() : 401));
    }

    /** All at the same time, as some of them wait for the tenant. */
    private static Map<CallRow, Integer> statuses(Calls calls, String job, String... headers) {
        Map<CallRow, Future<Integer>> made = new LinkedHashMap<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            all().forEach(row -> made.put(
                    row, callers.submit(() -> row.made(calls, job, headers).statusCode())));
        }
        Map<CallRow, Integer> statuses = new LinkedHashMap<>();
        made.forEach((row, status) -> statuses.put(row, status.resultNow()));
        return statuses;
    }

    private String body() {
        return BODIES.entrySet().stream()
                .filter(body -> path.startsWith(body.getKey()))
                .max(Comparator.comparingInt(body -> body.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("");
    }

    String template() {
        return path.replaceFirst("\\?.*", "");
    }
}
