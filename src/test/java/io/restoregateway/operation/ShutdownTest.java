package io.restoregateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway that stops while it restores, for somebody who waits and for a job. */
class ShutdownTest {

    private static final String CONNECTION = """
            {"qualifiedName": "default/mongodb/mongodb.atlan.com", "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port = TestPorts.free();

    private final HttpClient http = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext tenant(int port) {
        return started("sandbox", "server.port=" + port, "gateway.sandbox.latency-per-call=1s");
    }

    private ConfigurableApplicationContext gateway(int tenant) {
        return started(
                "default",
                "server.port=" + port,
                "gateway.atlan.base-url=http://127.0.0.1:" + tenant + "/sandbox",
                "gateway.atlan.api-key=sandbox-token",
                "gateway.access.mode=open",
                "gateway.shutdown.notice=2s");
    }

    private static ConfigurableApplicationContext started(String profile, String... settings) {
        return new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .profiles(profile)
                .run(Stream.concat(Arrays.stream(settings), Stream.of("logging.level.root=ERROR"))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpRequest posting(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private int status(String path) {
        try {
            return send(request(path).build()).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    private static void await(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Test
    void givesNoticeTakesRequestsMeanwhileAndEndsWhatItHas() throws IOException {
        int tenantPort = TestPorts.free();
        ConfigurableApplicationContext tenant = tenant(tenantPort);
        ConfigurableApplicationContext gateway = gateway(tenantPort);
        String ordered = send(posting(
                        "/api/v1/restore-jobs",
                        "{\"selector\": {\"connectionQualifiedName\": \"default/snowflake/1700000000\"}, \"requireConfirmation\": false}"))
                .body();
        String job = "/api/v1/restore-jobs/"
                + JsonMapper.shared().readTree(ordered).path("id").asString();
        await("the job runs", () -> {
            try {
                JsonNode now =
                        JsonMapper.shared().readTree(send(request(job).build()).body());
                return now.path("state").asString().equals("RUNNING");
            } catch (IOException broken) {
                throw new AssertionError(broken);
            }
        });
        CompletableFuture<HttpResponse<String>> restore =
                http.sendAsync(posting("/api/v1/connections/restore", CONNECTION), BodyHandlers.ofString());
        long begin = System.nanoTime();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(gateway::close);

        await("the notice", () -> status("/readyz") == 503);
        assertThat(send(request("/problems").build()))
                .as("still served, on a connection that nobody goes on to use")
                .satisfies(served -> assertThat(served.statusCode()).isEqualTo(200))
                .satisfies(served ->
                        assertThat(served.headers().firstValue("Connection")).hasValue("close"));
        await("the end of the notice", () -> status("/problems") != 200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("as long as the notice was given, everything was served")
                .isGreaterThan(Duration.ofSeconds(2));
        assertThat(restore.join().statusCode()).isEqualTo(200);
        assertThat(restore.join().body()).contains("\"outcome\":\"RESTORED\"");
        stopping.join();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        tenant.close();
    }
}
