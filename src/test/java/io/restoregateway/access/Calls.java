package io.restoregateway.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.http.HttpMethod;

/** Calls a gateway as strangers and callers would. */
final class Calls {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String root;

    Calls(int port) {
        this.root = "http://localhost:" + port;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpMethod.GET, path, headers);
    }

    HttpResponse<String> post(String path, String body, String type, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** A call without a body; headers are names and values in turn. */
    HttpResponse<String> send(HttpMethod method, String path, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(root + path))
                        .method(method.name(), HttpRequest.BodyPublishers.noBody()),
                headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
