package io.restoregateway.operation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.restoregateway.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway as it is run: actuator on a port of its own, logs in ECS, traces sent to a collector. */
// Its exporter of traces would go on after its collector is gone.
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.atlan.api-key=not-used",
            "gateway.atlan.attempts=1",
            "gateway.atlan.circuit-breaker.open-for=100ms",
            "gateway.access.mode=api-key",
            "gateway.access.api-key=" + OperatedTest.KEY,
            "logging.structured.format.console=ecs",
            "GATEWAY_TRACING_ENABLED=true",
            "management.opentelemetry.tracing.export.schedule-delay=50ms"
        })
class OperatedTest {

    static final String KEY = "the-key-of-the-operators";

    private static final int PORT = TestPorts.free();

    private static final int MANAGEMENT_PORT = TestPorts.free();

    private static final Collector COLLECTOR = new Collector();

    private static final WireMockServer ATLAN = new WireMockServer(options().dynamicPort());

    private static final String SEARCH = "/api/v1/archived-assets?name=orders";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private JdbcTemplate database;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        ATLAN.start();
        registry.add("server.port", () -> PORT);
        registry.add("management.server.port", () -> MANAGEMENT_PORT);
        registry.add("gateway.atlan.base-url", ATLAN::baseUrl);
        registry.add("OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR::url);
    }

    @BeforeEach
    void atlanFindsNothing() {
        ATLAN.resetAll();
        ATLAN.stubFor(any(anyUrl()).willReturn(okJson("{\"approximateCount\": 0, \"entities\": []}")));
    }

    @AfterAll
    static void stop() {
        // Spring Boot remembers it for the whole process.
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
        ATLAN.stop();
        COLLECTOR.close();
    }

    private HttpResponse<String> get(int port, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static void await(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200, 200",
        "/actuator/health/liveness, 200, 200",
        "/actuator/health/readiness, 200, 200",
        "/actuator/health/startup, 200, 200",
        "/actuator, 401, 200",
        "/actuator/info, 401, 200",
        "/actuator/prometheus, 401, 200",
        "/actuator/env, 401, 404",
        "/api/v1/restore-jobs, 401, 404",
        "/nothing, 401, 404"
    })
    void theOtherPortShowsStrangersNothingButHealth(String path, int stranger, int known) {
        assertThat(get(MANAGEMENT_PORT, path).statusCode()).isEqualTo(stranger);
        assertThat(get(MANAGEMENT_PORT, path, "X-API-Key", "wrong").statusCode())
                .isEqualTo(stranger);
        assertThat(get(MANAGEMENT_PORT, path, "Authorization", "Bearer " + KEY).statusCode())
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator, 404",
        "/actuator/health, 404",
        "/actuator/prometheus, 404",
        "/livez, 200",
        "/readyz, 200",
    })
    void thePortOfTheApiShowsNoActuator(String path, int status) {
        assertThat(get(PORT, path, "X-API-Key", KEY).statusCode()).isEqualTo(status);
    }

    @Test
    void answersTellNoVersionAndCarryTheHeadersThatBrowsersHeed() {
        for (HttpResponse<String> answer : List.of(
                get(PORT, SEARCH, "X-API-Key", KEY),
                get(PORT, SEARCH),
                get(PORT, "/swagger-ui/index.html"),
                get(MANAGEMENT_PORT, "/actuator/health"))) {
            assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
        }
    }

    @Test
    void noOtherSiteIsLetInByABrowser() {
        HttpResponse<String> asked = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + SEARCH))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .headers("Origin", "https://evil.example", "Access-Control-Request-Method", "GET"));
        HttpResponse<String> read = get(PORT, SEARCH, "X-API-Key", KEY, "Origin", "https://evil.example");

        assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(read.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void withoutAtlanItIsDegradedNotDead() {
        ATLAN.resetAll();
        ATLAN.stubFor(any(anyUrl()).willReturn(serverError().withStatus(503)));
        for (int i = 0; i < 25; i++) {
            assertThat(get(PORT, SEARCH, "X-API-Key", KEY).statusCode()).isIn(502, 503);
        }
        HttpResponse<String> readiness = get(MANAGEMENT_PORT, "/actuator/health/readiness");
        assertThat(readiness.statusCode()).isEqualTo(200);
        assertThat(readiness.body()).contains("\"status\":\"DEGRADED\"");
        assertThat(get(PORT, "/readyz").statusCode()).isEqualTo(200);
        assertThat(get(MANAGEMENT_PORT, "/actuator/health/liveness").body()).contains("\"status\":\"UP\"");

        atlanFindsNothing();
        await(
                "Atlan is back",
                () -> get(PORT, SEARCH, "X-API-Key", KEY).statusCode() == 200
                        && !get(MANAGEMENT_PORT, "/actuator/health/readiness")
                                .body()
                                .contains("DEGRADED"));
    }

    @Test
    void whileTheCircuitIsOpenNothingIsSentAndTheCallerKnowsWhenToComeBack() {
        ATLAN.resetAll();
        ATLAN.stubFor(any(anyUrl()).willReturn(serverError().withStatus(503)));
        HttpResponse<String> last = get(PORT, SEARCH, "X-API-Key", KEY);
        for (int i = 0; i < 100 && !last.body().contains("is not asked for now"); i++) {
            last = get(PORT, SEARCH, "X-API-Key", KEY);
        }

        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(last.body()).contains("UPSTREAM_UNAVAILABLE", "too many of the last calls went unanswered");
        assertThat(last.headers().firstValue("Retry-After")).hasValue("1");

        atlanFindsNothing();
        await("Atlan is back", () -> get(PORT, SEARCH, "X-API-Key", KEY).statusCode() == 200);
    }

    /** By these words the alerts know them. */
    @Test
    void metricsTellHowCallsToAtlanEnd() {
        ATLAN.resetAll();
        for (ResponseDefinitionBuilder answer : List.of(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                serverError().withStatus(503),
                unauthorized().withBody("{}"))) {
            ATLAN.stubFor(any(anyUrl()).willReturn(answer));
            assertThat(get(PORT, SEARCH, "X-API-Key", KEY).statusCode()).isGreaterThanOrEqualTo(500);
        }
        String metrics = get(MANAGEMENT_PORT, "/actuator/prometheus", "X-API-Key", KEY)
                .body()
                .lines()
                .filter(line -> line.startsWith("http_client_requests_seconds_count") && line.contains("/api/meta/"))
                .collect(Collectors.joining("\n"));
        assertThat(metrics).contains("status=\"CLIENT_ERROR\"", "status=\"503\"", "status=\"401\"");

        atlanFindsNothing();
        await("Atlan is back", () -> get(PORT, SEARCH, "X-API-Key", KEY).statusCode() == 200);
    }

    @Test
    void withoutItsTablesItIsNotReadyButAlive() {
        database.execute("alter table \"flyway_schema_history\" rename to \"elsewhere\"");
        try {
            assertThat(get(PORT, "/readyz").statusCode()).isEqualTo(503);
            assertThat(get(MANAGEMENT_PORT, "/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(get(MANAGEMENT_PORT, "/actuator/health/startup").statusCode())
                    .isEqualTo(503);
            assertThat(get(PORT, "/livez").statusCode()).isEqualTo(200);
        } finally {
            database.execute("alter table \"elsewhere\" rename to \"flyway_schema_history\"");
        }
        assertThat(get(PORT, "/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aTraceGoesFromTheCallerToAtlan() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        get(PORT, SEARCH, "X-API-Key", KEY, "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        List<String> passedOn = ATLAN.findAll(postRequestedFor(urlEqualTo("/api/meta/search/indexsearch"))).stream()
                .map(call -> call.getHeader("traceparent"))
                .toList();
        assertThat(passedOn)
                .isNotEmpty()
                .allSatisfy(parent ->
                        assertThat(parent).startsWith("00-" + trace + "-").doesNotContain("00f067aa0ba902b7"));
        await("the gateway's own part", () -> COLLECTOR.hasSeen(trace, "http get /api/v1/archived-assets"));
        await("Atlan's part", () -> COLLECTOR.hasSeen(trace, "http post"));
        assertThat(COLLECTOR.hasSeen(KEY)).isFalse();
    }

    @Test
    void everyLineOfTheLogIsJsonAndTellsWhoAskedForWhat(CapturedOutput output) {
        String body = """
                {"assets": [{"typeName": "Table", "qualifiedName": "a", "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}]}""";
        HttpResponse<String> ordered =
                send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/api/v1/restore-jobs"))
                        .headers("X-API-Key", KEY, "X-Request-Id", "request-of-a-caller")
                        .headers("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);

        JsonNode line = output.getOut()
                .lines()
                .filter(text -> text.contains("was ordered by"))
                .map(JsonMapper.shared()::readTree)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(line.path("requestId").asString()).isEqualTo("request-of-a-caller");
        assertThat(line.path("actor").asString()).isEqualTo("api-key");
        assertThat(line.path("traceId").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(line.path("service").path("name").asString()).isEqualTo("restore-gateway");
        String job = JsonMapper.shared().readTree(ordered.body()).path("id").asString();
        assertThat(line.path("message").asString()).contains(job);

        await("the job's own part", () -> output.getOut().contains("\"jobId\":\"" + job));
        JsonNode step = output.getOut()
                .lines()
                .filter(text -> text.contains("\"jobId\":\"" + job))
                .map(JsonMapper.shared()::readTree)
                .findFirst()
                .orElseThrow();
        assertThat(step.path("actor").asString()).isEqualTo("api-key");
        assertThat(step.path("requestId").asString()).isEqualTo("request-of-a-caller");
        await(
                "a trace of the step, in which it was logged",
                () -> COLLECTOR.hasSeen(step.path("traceId").asString(), "restore.gateway.job.step")
                        && COLLECTOR.hasSeen(job));
    }
}
