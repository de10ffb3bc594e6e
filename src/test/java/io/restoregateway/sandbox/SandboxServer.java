package io.restoregateway.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A sandbox tenant on a port of its own, without Spring: for tests that want one in milliseconds. */
public final class SandboxServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtlanFront front;

    private SandboxServer(SandboxTenant tenant, AtlanFront.Pause pause) {
        this.front = new AtlanFront(tenant, token(), pause);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/sandbox", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** Latencies and delays of this tenant take real time. */
    public static SandboxServer start(SandboxTenant tenant) {
        return new SandboxServer(tenant, SandboxServer::sleep);
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sandbox");
    }

    public static String token() {
        return "sandbox-token";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            AtlanAnswer answer = front.answer(call(exchange));
            if (answer.delivery() == Fault.Delivery.DROPPED) {
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            boolean whole = answer.delivery() == Fault.Delivery.WHOLE;
            exchange.getResponseBody().write(answer.body(), 0, whole ? answer.body().length : answer.body().length / 2);
            exchange.getResponseBody().flush();
        }
    }

    private static AtlanCall call(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        return new AtlanCall(
                exchange.getRequestMethod(),
                AtlanCall.decodedPath(uri.getRawPath().substring("/sandbox".length())),
                AtlanCall.decodedQuery(uri.getRawQuery()),
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("X-Atlan-Request-Id"),
                exchange.getRequestBody().readAllBytes());
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
