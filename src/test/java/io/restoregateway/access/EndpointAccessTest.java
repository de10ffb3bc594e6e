package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.TestPorts;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint, as it answers strangers, wrong and expired keys and each role. */
@ActiveProfiles("sandbox")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.access.mode=api-key",
            "gateway.access.requests-per-second=10000",
            "gateway.atlan.calls-per-minute=100000",
            "gateway.sandbox.calls-per-minute=1000000",
            "logging.level.root=ERROR"
        })
class EndpointAccessTest {

    private static final String UNKNOWN = "unknown-0123456789-0123456789-0123456789";

    private static final int PORT = TestPorts.free();

    /** One that is complete and has restored something, and an undo of it. */
    private static String job;

    private static String undo;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        List<String> names = new ArrayList<>(CallRow.CALLERS.keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            add(registry, i, name, CallRow.CALLERS.get(name), null);
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

    private final Calls calls = new Calls(PORT);

    @BeforeEach
    void oneJobForAll() {
        if (job == null) {
            OrderedJobs jobs = new OrderedJobs(calls, "X-API-Key", keyOf("admin"));
            job = jobs.complete();
            undo = jobs.undoOf(job);
        }
    }

    @ParameterizedTest
    @CsvSource({"viewer, 403", "restorer, 403", "approver, 409", "admin, 409", "both, 409"})
    void whoMayNotUndoMayNotUndoAgain(String caller, int status) {
        assertThat(calls.send(
                                HttpMethod.POST,
                                "/api/v1/restore-jobs/" + undo + "/retry-failed",
                                "X-API-Key",
                                keyOf(caller))
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void nobodyUnknownGetsBehindWhatIsOpen() {
        for (String[] headers : strangers()) {
            CallRow.tryAllInVain(calls, job, headers);
        }
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
        CallRow.tryAll(calls, job, caller, "X-API-Key", keyOf(caller));
        CallRow.tryAll(calls, job, caller, "Authorization", "Bearer " + keyOf(caller));
    }

    @Test
    void whoMayNotIsToldWhichRoleItTakes() {
        HttpResponse<String> refused = calls.send(
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
        assertThat(calls.send(method, path).statusCode()).isEqualTo(401);
        assertThat(calls.send(method, path, "X-API-Key", keyOf("viewer")).statusCode())
                .isEqualTo(status);
    }

    @Test
    void whatIsWrongWithAKeyCannotBeTold() {
        Set<String> answers = new LinkedHashSet<>();
        for (String[] headers : strangers()) {
            String[] all = Stream.concat(Arrays.stream(headers), Stream.of("X-Request-Id", "same"))
                    .toArray(String[]::new);
            HttpResponse<String> answer = calls.get("/api/v1/archived-assets", all);
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
                CallRow.all().map(row -> row.method() + " " + row.template()).collect(Collectors.toSet());

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
                // The page of last resort, and the sandbox tenant, which has a token of its own.
                .filter(call -> !call.endsWith(" /error") && !call.endsWith(" /sandbox/**"))
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
