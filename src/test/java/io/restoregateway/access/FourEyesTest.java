package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.TestPorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A job that takes two, and how many of them each may have, before a sandbox tenant. */
@ActiveProfiles("sandbox")
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.access.mode=api-key",
            "gateway.access.four-eyes=true",
            "gateway.jobs.max-open-per-caller=1",
            "logging.level.root=ERROR"
        })
class FourEyesTest {

    private static final int PORT = TestPorts.free();

    private static final String JOBS = "/api/v1/restore-jobs";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String ORDER = """
            {"requireConfirmation": false,
             "assets": [{"typeName": "Connection", "qualifiedName": "default/mongodb/mongodb.atlan.com",
                         "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}]}""";

    private final Calls calls = new Calls(PORT);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        List<String> names = List.of("alice", "bob", "carol", "dave", "erin", "frank");
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            registry.add("gateway.access.keys[" + i + "].name", () -> name);
            registry.add(
                    "gateway.access.keys[" + i + "].hash",
                    () -> KeyHash.of(keyOf(name)).text());
            registry.add(
                    "gateway.access.keys[" + i + "].roles", () -> name.equals("dave") ? "admin" : "restorer,approver");
        }
    }

    private static String keyOf(String name) {
        return name + "-0123456789-0123456789-0123456789";
    }

    private HttpResponse<String> order(String caller, String idempotencyKey) {
        return calls.post(
                JOBS, ORDER, "application/json", "X-API-Key", keyOf(caller), "Idempotency-Key", idempotencyKey);
    }

    private HttpResponse<String> confirm(String caller, String job) {
        return calls.post(JOBS + "/" + job + "/confirm", "", "application/json", "X-API-Key", keyOf(caller));
    }

    private JsonNode awaited(String job, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = job(job);
        while (!now.path("state").asString().equals(state)) {
            assertThat(System.nanoTime()).as("%s", now).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now = job(job);
        }
        return now;
    }

    private JsonNode job(String id) {
        return json(calls.get(JOBS + "/" + id, "X-API-Key", keyOf("bob")));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void whoOrdersAJobNeedsSomebodyElseToConfirmIt() {
        HttpResponse<String> ordered = order("alice", "\"first\"");
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        String job = json(ordered).path("id").asString();
        assertThat(json(ordered).path("options").path("requireConfirmation").asBoolean())
                .isTrue();
        awaited(job, "AWAITING_CONFIRMATION");

        HttpResponse<String> own = confirm("alice", job);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body())
                .contains("\"code\":\"FORBIDDEN\"", "alice has ordered the job, so somebody else has to confirm it");
        assertThat(job(job).path("state").asString()).isEqualTo("AWAITING_CONFIRMATION");

        HttpResponse<String> second = order("alice", "\"second\"");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.body())
                .contains("\"code\":\"TOO_MANY_OPEN_JOBS\"", "alice has 1 jobs that are not at their end");
        assertThat(second.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(order("alice", "\"first\"").headers().firstValue("Idempotent-Replay"))
                .as("the same order again")
                .hasValue("true");

        assertThat(confirm("bob", job).statusCode()).isEqualTo(200);
        JsonNode done = awaited(job, "COMPLETED");
        assertThat(done.path("createdBy").asString()).isEqualTo("alice");
        assertThat(done.path("confirmedBy").asString()).isEqualTo("bob");
        assertThat(order("alice", "\"second\"").statusCode()).isEqualTo(202);
    }

    /** Who may not order another job is told before everything was sent, perhaps two gigabytes of it. */
    @Test
    void aManifestForWhichThereIsNoRoomIsNotTaken() throws IOException {
        String order = "{\"selector\": {\"connectionQualifiedName\": \"default/snowflake/1700000000\"}}";
        HttpResponse<String> first = calls.post(JOBS, order, "application/json", "X-API-Key", keyOf("frank"));
        assertThat(first.statusCode()).isEqualTo(202);

        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            connection.setSoTimeout((int) PATIENCE.toMillis());
            connection.getOutputStream().write("""
                    POST %s HTTP/1.1
                    Host: localhost
                    X-API-Key: %s
                    Content-Type: text/csv
                    Content-Length: 1000000000

                    typeName,qualifiedName,guid
                    """.formatted(JOBS, keyOf("frank"))
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            assertThat(status).startsWith("HTTP/1.1 429");
        }
        assertThat(job(json(first).path("id").asString()).path("state").asString())
                .isNotEqualTo("FAILED");
    }

    @Test
    void whoOrdersARetryNeedsSomebodyElseWhoeverOrderedTheJobBefore() {
        orderedByBobConfirmedByErin(
                ORDER.replace("default/mongodb/mongodb.atlan.com", "default/mongodb/no-such-thing"), "retry-failed");
    }

    @Test
    void anUndoNeedsSomebodyElseToo() {
        orderedByBobConfirmedByErin(
                "{\"selector\": {\"connectionQualifiedName\": \"default/snowflake/1700000000\"}}", "undo");
    }

    private void orderedByBobConfirmedByErin(String ofErin, String followUp) {
        String job = json(calls.post(JOBS, ofErin, "application/json", "X-API-Key", keyOf("erin")))
                .path("id")
                .asString();
        awaited(job, "AWAITING_CONFIRMATION");
        assertThat(confirm("bob", job).statusCode()).isEqualTo(200);
        awaited(job, "COMPLETED");

        HttpResponse<String> ordered =
                calls.post(JOBS + "/" + job + "/" + followUp, "", "application/json", "X-API-Key", keyOf("bob"));
        assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
        confirmedByErinAlone(json(ordered).path("id").asString());
    }

    private void confirmedByErinAlone(String ofBob) {
        awaited(ofBob, "AWAITING_CONFIRMATION");
        assertThat(confirm("bob", ofBob).statusCode()).isEqualTo(403);
        assertThat(confirm("erin", ofBob).statusCode()).isEqualTo(200);
        awaited(ofBob, "COMPLETED");
    }

    @Test
    void noWayOfOrderingGetsAroundIt() {
        HttpResponse<String> manifest = calls.post(
                JOBS + "?requireConfirmation=false",
                "typeName,qualifiedName,guid\r\nTable,default/a,e185209b-4b08-4e2f-acc7-35c47229f67f\r\n",
                "text/csv",
                "X-API-Key",
                keyOf("carol"));
        HttpResponse<String> selector = calls.post(
                JOBS,
                "{\"requireConfirmation\": false, \"selector\": {\"connectionQualifiedName\": \"default/snowflake/1700000000\"}}",
                "application/json",
                "X-API-Key",
                keyOf("dave"));

        for (HttpResponse<String> ordered : List.of(manifest, selector)) {
            assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(202);
            assertThat(json(ordered).path("options").path("requireConfirmation").asBoolean())
                    .isTrue();
        }
        String job = json(selector).path("id").asString();
        awaited(job, "AWAITING_CONFIRMATION");
        assertThat(confirm("dave", job).statusCode()).as("not even an admin").isEqualTo(403);
    }
}
