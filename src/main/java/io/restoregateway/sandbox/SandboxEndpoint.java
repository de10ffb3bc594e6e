package io.restoregateway.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the tenant under {@code /sandbox}; reads and writes the bytes itself, so that nothing of the gateway's web layer gets in between. */
@Hidden
@Profile("sandbox")
@RestController
class SandboxEndpoint {

    private final AtlanFront front;

    SandboxEndpoint(AtlanFront front) {
        this.front = front;
    }

    @RequestMapping("/sandbox/**")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AtlanAnswer answer = front.answer(call(request));
        if (answer.delivery() == Fault.Delivery.DROPPED) {
            DroppedConnections.drop(request);
            return;
        }
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(answer.body().length);
        if (answer.delivery() == Fault.Delivery.TRUNCATED) {
            response.getOutputStream().write(answer.body(), 0, answer.body().length / 2);
            response.flushBuffer();
            DroppedConnections.drop(request);
            return;
        }
        response.getOutputStream().write(answer.body());
    }

    private static AtlanCall call(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return new AtlanCall(
                request.getMethod(),
                path(request.getRequestURI().substring(request.getContextPath().length())),
                query(request.getQueryString()),
                request.getHeader("Authorization"),
                request.getHeader("X-Atlan-Request-Id"),
                body);
    }

    static String path(String uri) {
        String path = URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        String below = path.replaceFirst("^/sandbox", "");
        return below.length() > 1 && below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
    }

    static Map<String, List<String>> query(@org.jspecify.annotations.Nullable String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (query == null) {
            return parameters;
        }
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new java.util.ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
