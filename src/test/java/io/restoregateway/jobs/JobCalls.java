package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody far away can order of a gateway, and see of its jobs. */
final class JobCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String JOBS = "/api/v1/restore-jobs";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private final String url;

    JobCalls(String url) {
        this.url = url;
    }

    boolean isReady() {
        try {
            return send(request("/actuator/health/readiness").build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Orders what somebody has archived beneath a qualifiedName. */
    String order(String beneath, String archivedBy) {
        Map<String, String> selector = Map.of("qualifiedNamePrefix", beneath, "archivedBy", archivedBy);
        String body = JSON.writeValueAsString(Map.of("selector", selector));
        return post(JOBS, body, 202).path("id").asString();
    }

    /** Orders something malformed. */
    JsonNode orderInVain(String body) {
        return post(JOBS, body, 400);
    }

    String undo(String job) {
        return post(JOBS + "/" + job + "/undo", "{}", 202).path("id").asString();
    }

    /** Confirms, pauses, resumes or cancels. */
    JsonNode tell(String job, String what) {
        return post(JOBS + "/" + job + "/" + what, "", 200);
    }

    /** Begins to send a manifest. */
    CompletableFuture<HttpResponse<String>> upload(InputStream csv) {
        return http.sendAsync(
                request(JOBS + "?requireConfirmation=true")
                        .timeout(Duration.ofMinutes(10))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofInputStream(() -> csv))
                        .build(),
                BodyHandlers.ofString());
    }

    JsonNode job(String id) {
        return get(JOBS + "/" + id);
    }

    JsonNode jobs() {
        return get(JOBS).path("items");
    }

    JsonNode await(String job, Predicate<JsonNode> there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = job(job);
        while (!there.test(now)) {
            assertThat(System.nanoTime())
                    .as("The job did not get there: %s", now)
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            now = job(job);
        }
        return now;
    }

    JsonNode await(String job, JobState state) {
        return await(job, now -> {
            JobState is = JobState.valueOf(now.path("state").asString());
            assertThat(is == state || !is.isFinal())
                    .as("The job ended otherwise: %s", now)
                    .isTrue();
            return is == state && (!is.isFinal() || now.has("finishedAt"));
        });
    }

    /** The rows of a job's report. */
    List<JsonNode> report(String job) {
        return body(JOBS + "/" + job + "/report?format=ndjson")
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    /** A job's report as it comes. */
    InputStream reading(String job, String format) {
        HttpRequest request = request(JOBS + "/" + job + "/report?format=" + format)
                .timeout(Duration.ofMinutes(10))
                .build();
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** All that was recorded of a job. */
    List<JsonNode> audit(String job) {
        List<JsonNode> events = new ArrayList<>();
        String first = "/api/v1/audit-events?limit=100&jobId=" + job;
        JsonNode page = get(first);
        page.path("items").forEach(events::add);
        while (page.hasNonNull("nextCursor")) {
            page = get(first + "&cursor=" + page.path("nextCursor").asString());
            page.path("items").forEach(events::add);
        }
        return events;
    }

    private JsonNode get(String path) {
        return JSON.readTree(body(path));
    }

    private String body(String path) {
        return checked(send(request(path).build()), 200);
    }

    private JsonNode post(String path, String body, int status) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(checked(send(request), status));
    }

    private static String checked(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(1));
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
