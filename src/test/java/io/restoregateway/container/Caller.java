package io.restoregateway.container;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls a service in a container, with a bearer token. */
record Caller(String root, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    JsonNode get(String path) {
        return good(request(path).build());
    }

    JsonNode post(String path, String json) {
        return good(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** The status of an answer; 0 when the request was not accepted, since nobody listens. */
    int status(String path) throws IOException {
        try {
            return send(request(path).build()).statusCode();
        } catch (ConnectException nobody) {
            return 0;
        }
    }

    int status(String path, String json) throws IOException {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build())
                .statusCode();
    }

    String text(String path) {
        try {
            return send(request(path).build()).body();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** Waits for somebody to answer who has just been started. */
    void awaitAnswer(String path) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(path)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(root + path + " is not answered");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean answers(String path) {
        try {
            return status(path) == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    JsonNode await(String path, Predicate<JsonNode> there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = get(path);
        while (!there.test(now)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(path + " did not get there: " + now);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            now = get(path);
        }
        return now;
    }

    private JsonNode good(HttpRequest request) {
        try {
            HttpResponse<String> answer = send(request);
            if (answer.statusCode() >= 300) {
                throw new AssertionError(request + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token);
    }
}
