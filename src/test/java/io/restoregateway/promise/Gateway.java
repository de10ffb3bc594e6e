package io.restoregateway.promise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers see it, over HTTP. */
final class Gateway {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    private final String root;

    private final String key;

    Gateway(int port) {
        this(port, "sandbox-token");
    }

    Gateway(int port, String key) {
        this.root = "http://127.0.0.1:" + port;
        this.key = key;
    }

    /** An answer: status and JSON body. */
    record Answer(int status, JsonNode body) {}

    Answer post(String path, Map<String, Object> body) {
        return postText(path, JSON.writeValueAsString(body));
    }

    /** A call with an id of the caller's own. */
    Answer post(String path, Map<String, Object> body, String requestId) {
        return send(posting(path, JSON.writeValueAsString(body))
                .header("X-Request-Id", requestId)
                .build());
    }

    Answer postText(String path, String body) {
        return send(posting(path, body).build());
    }

    private HttpRequest.Builder posting(String path, String body) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
