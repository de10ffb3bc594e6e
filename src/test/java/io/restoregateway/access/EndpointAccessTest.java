package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.Archive;
import io.restoregateway.audit.AuditEvents;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint, as it answers strangers, wrong and expired keys and each role. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.atlan.base-url=https://acme.atlan.com",
            "gateway.atlan.api-key=not-used",
            "db-scheduler.enabled=false"
        })
@MockitoBean(
        types = {RestoreJobs.class, RestoreAssets.class, Archive.class, AuditEvents.class, Tenant.class, Pause.class})
class EndpointAccessTest {

    private static final String UNKNOWN = "unknown-0123456789-0123456789-0123456789";

    private static final Map<String, String> ROLES = Map.of(
            "viewer", "viewer",
            "restorer", "restorer",
            "approver", "approver",
            "admin", "admin",
            "both", "restorer,approver");

    /** What a role may: R a viewer's, W a restorer's, A an approver's, C either's; and what anybody may: O. */
    private static final String MAY = """
            O GET /
            O GET /swagger-ui.html
            O GET /swagger-ui/index.html
            O GET /v3/api-docs
            O GET /v3/api-docs.yaml
            O GET /v3/api-docs/swagger-config
            O GET /problems
            O GET /problems/{slug}
            O GET /livez
            O GET /readyz
            O GET /actuator/health
            O GET /actuator/health/liveness
            O GET /actuator/health/readiness
            R GET /actuator
            R GET /actuator/info
            R GET /actuator/prometheus
            R GET /actuator/sbom
            R GET /actuator/sbom/application
            R GET /api/v1/archived-assets
            R GET /api/v1/archived-assets/{guid}
            R GET /api/v1/audit-events
            R GET /api/v1/restore-jobs
            R GET /api/v1/restore-jobs/{id}
            R GET /api/v1/restore-jobs/{id}/items
            R GET /api/v1/restore-jobs/{id}/report
            R GET /api/v1/restore-jobs/{id}/events
            R POST /api/v1/assets/restore?validateOnly=true
            R POST /api/v1/assets/restore-by-qualified-name?validateOnly=true
            R POST /api/v1/assets/restore-batch?validateOnly=true
            R POST /api/v1/connections/restore?validateOnly=true
            R POST /api/v1/connections/restore-batch?validateOnly=true
            W POST /api/v1/assets/restore
            W POST /api/v1/assets/restore?validateOnly=false
            W POST /api/v1/assets/restore?validateOnly=TRUE
            W POST /api/v1/assets/restore?validateOnly=true&validateOnly=false
            W POST /api/v1/assets/restore-by-qualified-name
            W POST /api/v1/assets/restore-batch
            W POST /api/v1/connections/restore
            W POST /api/v1/connections/restore-batch
            W POST /api/meta/entity/bulk
            W POST /api/meta/entity/bulk/
            W POST /api/meta/entity/bulk?validateOnly=true
            W POST /api/v1/restore-jobs
            W POST /api/v1/restore-jobs?validateOnly=true
            C POST /api/v1/restore-jobs/{id}/retry-failed
            C POST /api/v1/restore-jobs/{id}/pause
            C POST /api/v1/restore-jobs/{id}/resume
            C POST /api/v1/restore-jobs/{id}/cancel
            A POST /api/v1/restore-jobs/{id}/confirm
            A POST /api/v1/restore-jobs/{id}/undo
            """;

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        List<String> names = new ArrayList<>(ROLES.keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            add(registry, i, name, ROLES.get(name), null);
        }
        add(registry, names.size(), "leaver", "admin", "2026-01-01T00:00:00Z");
        add(registry, names.size() + 1, "elsewhere", "admin", null);
        registry.add("gateway.access.keys[" + (names.size() + 1) + "].addresses", () -> "192.0.2.0/24");
    }

    private static void add(DynamicPropertyRegistry registry, int index, String name, String roles, String expires) {
        String key = "gateway.access.keys[" + index + "].";
        registry.add(key + "name", () -> name);
        registry.add(key + "hash", () -> KeyHash.of(keyOf(name)).text());
        registry.add(key + "roles", () -> roles);
        if (expires != null) {
            registry.add(key + "expires", () -> expires);
        }
    }

    private static String keyOf(String name) {
        return name + "-0123456789-0123456789-0123456789";
    }

    /** An endpoint and who may call it. */
    private record Row(String may, HttpMethod method, String path) {

        static Stream<Row> all() {
            return MAY.lines()
                    .map(line -> line.split(" ", 3))
                    .map(words -> new Row(words[0], HttpMethod.valueOf(words[1]), words[2]));
        }

        boolean isOpen() {
            return may.equals("O");
        }

        boolean allows(String caller) {
            Set<String> roles = Set.of(ROLES.getOrDefault(caller, "none").split(","));
            return switch (may) {
                case "O" -> true;
                case "R" -> !roles.contains("none");
                case "W" -> roles.contains("restorer") || roles.contains("admin");
                case "A" -> roles.contains("approver") || roles.contains("admin");
                case "C" -> !roles.contains("none") && !roles.equals(Set.of("viewer"));
                default -> throw new AssertionError(may);
            };
        }

        String call() {
            return path.replace("{id}", "0d5c7b1a-6d2e-4d1e-8a53-6d3a5f3c0f55")
                    .replace("{guid}", "e185209b-4b08-4e2f-acc7-35c47229f67f")
                    .replace("{slug}", "forbidden");
        }

        String template() {
            return path.replaceFirst("\\?.*", "");
        }
    }

    private int status(Row row, String... headers) {
        return new Calls(port).send(row.method(), row.call(), headers).statusCode();
    }

    @Test
    void nobodyUnknownGetsBehindWhatIsOpen() {
        assertThat(Row.all()).isNotEmpty().allSatisfy(row -> {
            for (String[] headers : strangers()) {
                int status = status(row, headers);
                if (row.isOpen()) {
                    assertThat(status).as("%s", row).isIn(200, 302);
                } else {
                    assertThat(status).as("%s %s", row, List.of(headers)).isEqualTo(401);
                }
            }
        });
    }

    private static List<String[]> strangers() {
        return List.of(
                new String[0],
                new String[] {"X-API-Key", UNKNOWN},
                new String[] {"Authorization", "Bearer " + UNKNOWN},
                new String[] {"Authorization", "Bearer " + keyOf("leaver")},
                new String[] {"X-API-Key", keyOf("elsewhere")});
    }

    @ParameterizedTest
    @CsvSource({"viewer", "restorer", "approver", "admin", "both"})
    void everyRoleMayWhatItMayAndNothingElse(String caller) {
        assertThat(Row.all()).isNotEmpty().allSatisfy(row -> {
            for (String[] headers : List.of(
                    new String[] {"X-API-Key", keyOf(caller)},
                    new String[] {"Authorization", "Bearer " + keyOf(caller)})) {
                int status = status(row, headers);
                if (row.allows(caller)) {
                    assertThat(status).as("%s %s", row, caller).isNotIn(401, 403);
                } else {
                    assertThat(status).as("%s %s", row, caller).isEqualTo(403);
                }
            }
        });
    }

    @Test
    void whoMayNotIsToldWhichRoleItTakes() {
        HttpResponse<String> refused = new Calls(port)
                .send(
                        HttpMethod.POST,
                        "/api/v1/restore-jobs/0d5c7b1a-6d2e-4d1e-8a53-6d3a5f3c0f55/pause",
                        "X-API-Key",
                        keyOf("viewer"));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=UTF-8");
        assertThat(refused.body())
                .contains(
                        "\"code\":\"FORBIDDEN\"",
                        "This call takes the role restorer or approver, which viewer does not have");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /nothing, 404",
        "DELETE, /api/v1/archived-assets, 405",
        "GET, /api/v1/assets/restore, 405",
        "PUT, /api/v1/restore-jobs, 405",
        "OPTIONS, /api/v1/restore-jobs, 200"
    })
    void whoIsKnownLearnsThatNothingIsThere(HttpMethod method, String path, int status) {
        assertThat(new Calls(port).send(method, path).statusCode()).isEqualTo(401);
        assertThat(new Calls(port)
                        .send(method, path, "X-API-Key", keyOf("viewer"))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void whatIsWrongWithAKeyCannotBeTold() {
        Set<String> answers = new LinkedHashSet<>();
        for (String[] headers : strangers()) {
            String[] all = Stream.concat(Arrays.stream(headers), Stream.of("X-Request-Id", "same"))
                    .toArray(String[]::new);
            HttpResponse<String> answer = new Calls(port).get("/api/v1/archived-assets", all);
            Map<String, List<String>> told = new TreeMap<>(answer.headers().map());
            told.remove("date");
            answers.add(answer.statusCode() + " " + told + " " + answer.body());
        }
        assertThat(answers)
                .singleElement()
                .asString()
                .startsWith("401 ")
                .contains("www-authenticate=[Bearer realm=\"restore-gateway\"]", "UNAUTHENTICATED");
    }

    /** A new endpoint has to be put into the table of roles, and into this test's. */
    @Test
    void everyEndpointHasARoleAndIsTriedHere() {
        Set<String> tried =
                Row.all().map(row -> row.method() + " " + row.template()).collect(Collectors.toSet());

        assertThat(served()).hasSizeGreaterThan(25).allSatisfy(call -> {
            String[] words = call.split(" ", 2);
            MockHttpServletRequest request = new MockHttpServletRequest(words[0], words[1]);
            assertThat(Endpoints.of(request)).as("%s has no role", call).isPresent();
            assertThat(tried).as("%s is not tried", call).contains(call);
        });
    }

    private List<String> served() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(EndpointAccessTest::calls)
                .filter(call -> !call.endsWith(" /error"))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> calls(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return mapping.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> method + " " + path));
    }
}
