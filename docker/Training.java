import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Has a gateway do for a moment what it will do for years, so that the JVM learns what that takes: starts it as given on the
 * command line, as gateway and sandbox tenant in one, with a log, a database and callers like those of others, makes calls of
 * every kind, and stops it.
 */
class Training {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int ROUNDS = 20;

    private static final String CONNECTION = """
            {"qualifiedName": "default/mongodb/mongodb.atlan.com", "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    private static final String JOB = """
            {"selector": {"connectionQualifiedName": "default/snowflake/1700000000"}, "validateOnly": true}""";

    private static final String KEY = "one-that-is-never-used-again";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] gateway) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("training");
        List<String> command = Stream.concat(
                        Arrays.stream(gateway),
                        Stream.of(
                                "--spring.profiles.active=sandbox",
                                "--spring.datasource.url=jdbc:h2:file:" + data.resolve("restore-gateway"),
                                "--logging.structured.format.console=ecs",
                                "--gateway.access.mode=api-key",
                                "--gateway.access.api-key=" + KEY))
                .toList();
        Process process = new ProcessBuilder(command).inheritIO().start();
        awaitReady(process);
        for (int round = 0; round < ROUNDS; round++) {
            get(8080, "/api/v1/archived-assets?limit=20");
            post("/api/v1/connections/restore?validateOnly=true", CONNECTION);
            get(8080, "/api/v1/restore-jobs");
            get(8081, "/actuator/prometheus");
        }
        post("/api/v1/connections/restore", CONNECTION);
        post("/api/v1/restore-jobs", JOB);
        get(8080, "/api/v1/audit-events");
        get(8080, "/v3/api-docs");
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The gateway did not stop");
        }
    }

    private static void awaitReady(Process process) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The gateway did not start");
            }
            Thread.sleep(100); // a program of its own, with nothing to wait for but an answer
        }
    }

    private static boolean isReady() throws InterruptedException {
        try {
            return HTTP.send(request(8081, "/actuator/health/readiness").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void get(int port, String path) throws IOException, InterruptedException {
        check(request(port, path));
    }

    private static void post(String path, String body) throws IOException, InterruptedException {
        check(request(8080, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + KEY)
                .timeout(PATIENCE);
    }

    private static void check(HttpRequest.Builder request) throws IOException, InterruptedException {
        int status = HTTP.send(request.build(), BodyHandlers.ofString()).statusCode();
        if (status >= 300) {
            throw new IllegalStateException(request.build() + " was answered with " + status);
        }
    }
}
