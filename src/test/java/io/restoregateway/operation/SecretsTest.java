package io.restoregateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.TestPorts;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.SandboxTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that is secret comes out of a gateway that has done everything it can: not in its log, nor in any answer. */
// Its exporter of traces would go on after its collector is gone.
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@ActiveProfiles("sandbox")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.access.mode=api-key",
            "gateway.access.api-key=" + SecretsTest.KEY,
            "gateway.sandbox.token=" + SecretsTest.TOKEN,
            "spring.datasource.password=" + SecretsTest.DATABASE_PASSWORD,
            "gateway.restore.settle-timeout=1s",
            "logging.level.io.restoregateway=TRACE",
            "GATEWAY_TRACING_ENABLED=true",
            "management.opentelemetry.tracing.export.schedule-delay=50ms"
        })
class SecretsTest {

    static final String KEY = "callers-secret-key-0815";

    static final String TOKEN = "atlans-secret-token-4711";

    static final String DATABASE_PASSWORD = "databases-secret-word-1234";

    private static final String WRONG_KEY = "nobodys-secret-key-9999";

    private static final int PORT = TestPorts.free();

    private static final Collector COLLECTOR = new Collector();

    private static final String CONNECTION = """
            {"typeName": "Connection", "qualifiedName": "default/mongodb/mongodb.atlan.com",
             "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    @Autowired
    private SandboxTenant tenant;

    private final HttpClient http = HttpClient.newHttpClient();

    private final Map<String, String> told = new LinkedHashMap<>();

    @DynamicPropertySource
    static void ports(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("OTEL_EXPORTER_OTLP_ENDPOINT", COLLECTOR::url);
    }

    private String get(String path) {
        return send(request(path, KEY).GET());
    }

    private String post(String path, String body) {
        return send(
                request(path, KEY).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + bearer);
    }

    private String send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        HttpResponse<String> answer = exchange(built);
        String text = answer.statusCode() + " " + answer.headers().map() + "\n" + answer.body();
        told.put(told.size() + " " + built.method() + " " + built.uri().getPath(), text);
        return answer.body();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private void restoreOnceInEachWay() {
        get("/api/v1/archived-assets?limit=5");
        get("/api/v1/archived-assets/e185209b-4b08-4e2f-acc7-35c47229f67f");
        post("/api/v1/assets/restore?validateOnly=true", CONNECTION);
        post("/api/v1/assets/restore", CONNECTION);
        post("/api/v1/assets/restore", CONNECTION.replace("e185209b", "e185209c"));
        post("/api/v1/assets/restore", CONNECTION.replace("mongodb.atlan", "mongodb.other"));
        post("/api/v1/assets/restore", "{\"qualifiedName\": 7}");
        post("/api/v1/assets/restore-batch", "{\"assets\": [" + CONNECTION + "]}");
        post("/api/v1/connections/restore", CONNECTION);
        post("/api/meta/entity/bulk", "{\"entities\": []}");
        get("/api/v1/nothing");
        get("/api/v1/archived-assets?limit=" + "9".repeat(20_000));
    }

    private void haveAtlanFail() {
        for (CallKind kind : List.of(CallKind.READ, CallKind.SEARCH)) {
            tenant.queue(Fault.answers(
                    kind, 401, "{\"errorCode\": \"X\", \"errorMessage\": \"Bearer " + TOKEN + " is no good\"}"));
            get("/api/v1/archived-assets?limit=5");
            get("/api/v1/archived-assets/e185209b-4b08-4e2f-acc7-35c47229f67f");
        }
    }

    private void runAJob() {
        String job = post("/api/v1/restore-jobs", "{\"selector\": {\"qualifiedNamePrefix\": \"default/snowflake\"}}");
        String path = "/api/v1/restore-jobs/"
                + JsonMapper.shared().readTree(job).path("id").asString();
        await(path, "AWAITING_CONFIRMATION");
        post(path + "/confirm", "");
        await(path, "COMPLETED");
        get(path + "/items");
        get(path + "/report");
        get(path + "/events");
        post(path + "/undo", "");
    }

    private void await(String path, String state) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!get(path).contains("\"state\":\"" + state + "\"")) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private void comeAsAStranger() {
        send(request("/api/v1/audit-events", WRONG_KEY));
        send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + "/api/v1/audit-events"))
                .header("X-API-Key", WRONG_KEY));
    }

    private void lookBehind() {
        Stream.of(
                        "/api/v1/audit-events?limit=100",
                        "/v3/api-docs",
                        "/v3/api-docs.yaml",
                        "/v3/api-docs/swagger-config",
                        "/actuator",
                        "/actuator/health",
                        "/actuator/info",
                        "/actuator/prometheus",
                        "/actuator/sbom/application",
                        "/problems")
                .forEach(this::get);
    }

    @Test
    void noneComesOut(CapturedOutput output) {
        restoreOnceInEachWay();
        haveAtlanFail();
        runAJob();
        comeAsAStranger();
        lookBehind();

        assertThat(told).hasSizeGreaterThan(30);
        assertThat(told.values()).anyMatch(text -> text.contains("\"outcome\":\"RESTORED\""));
        assertThat(told.values()).anyMatch(text -> text.startsWith("401"));
        assertThat(told.values()).anyMatch(text -> text.contains("restore_gateway_outcomes_total"));
        assertThat(output.getAll()).contains("was ordered by api-key");
        for (String secret : List.of(KEY, TOKEN, DATABASE_PASSWORD, WRONG_KEY)) {
            String encoded = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
            assertThat(output.getAll()).doesNotContain(secret, encoded);
            told.forEach((call, text) -> assertThat(text).as(call).doesNotContain(secret, encoded));
            assertThat(COLLECTOR.hasSeen(secret)).isFalse();
        }
        assertThat(COLLECTOR.hasSeen("http post")).isTrue();
    }
}
