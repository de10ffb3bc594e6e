package io.restoregateway.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        String below =
                request.getRequestURI().substring(request.getContextPath().length() + "/sandbox".length());
        return new AtlanCall(
                request.getMethod(),
                AtlanCall.decodedPath(below),
                AtlanCall.decodedQuery(request.getQueryString()),
                request.getHeader("Authorization"),
                request.getHeader("X-Atlan-Request-Id"),
                request.getInputStream().readAllBytes());
    }
}
