package io.restoregateway.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests with problems, from controllers and from filters alike, in the form that the call's callers expect. */
@Component
class ProblemAnswers {

    private final JsonMapper json;

    private final List<ProblemForm> forms;

    ProblemAnswers(JsonMapper json, ObjectProvider<ProblemForm> forms) {
        this.json = json;
        this.forms = forms.orderedStream().toList();
    }

    /** The answer that tells a problem. */
    ResponseEntity<Object> answer(ProblemException problem, HttpServletRequest request) {
        return answer(problem.problem(), retryAfter(problem.retryAfter()), request);
    }

    /** The answer that tells a problem, with more headers. */
    ResponseEntity<Object> answer(Problem.Builder unplaced, HttpHeaders headers, HttpServletRequest request) {
        Problem problem = unplaced.in(path(request), RequestId.of(request)).build();
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).headers(headers);
        return forms.stream()
                .filter(form -> form.isFor(request))
                .findFirst()
                .map(form -> answer.contentType(form.mediaType()).body(form.tell(problem)))
                .orElseGet(() ->
                        answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem));
    }

    /** Tells a problem outside of Spring MVC. */
    void write(Problem.Builder problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ResponseEntity<Object> answer = answer(problem, new HttpHeaders(), request);
        response.setStatus(answer.getStatusCode().value());
        response.setContentType(String.valueOf(answer.getHeaders().getContentType()));
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getOutputStream(), answer.getBody());
    }

    private static HttpHeaders retryAfter(@Nullable Duration time) {
        HttpHeaders headers = new HttpHeaders();
        if (time != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(time)));
        }
        return headers;
    }

    /** At least so long, in whole seconds. */
    static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }

    /** The path as it was sent, or as much of it as can stand in a URI. */
    private static URI path(HttpServletRequest request) {
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
        try {
            return URI.create(path);
        } catch (IllegalArgumentException malformed) {
            return UriComponentsBuilder.newInstance()
                    .path(path)
                    .build()
                    .encode()
                    .toUri();
        }
    }
}
