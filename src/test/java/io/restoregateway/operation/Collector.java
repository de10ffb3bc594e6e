package io.restoregateway.operation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A collector of OpenTelemetry's traces that keeps what it is sent, as it comes (OTLP over HTTP, in protobuf). */
final class Collector implements AutoCloseable {

    private final HttpServer server;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    Collector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
        server.createContext("/v1/traces", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whether a trace has come of which this is a part, by its name in the protobuf. */
    boolean hasSeen(String traceId, String spanName) {
        String id = new String(HexFormat.of().parseHex(traceId), StandardCharsets.ISO_8859_1);
        return received.stream().anyMatch(spans -> spans.contains(id) && spans.contains(spanName));
    }

    boolean hasSeen(String word) {
        return received.stream().anyMatch(spans -> spans.contains(word));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
