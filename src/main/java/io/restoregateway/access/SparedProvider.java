package io.restoregateway.access;

import io.github.bucket4j.Bucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Spares the identity provider: every forged token may name a key that nobody knows, for which its keys would be asked again. After
 * some calls in short order, the last answer has to do for a while.
 */
final class SparedProvider implements ClientHttpRequestInterceptor {

    private static final int AT_ONCE = 10;

    private static final Duration EACH = Duration.ofSeconds(10);

    /** For each address its own: who has been asked for its keys in vain can be asked where they are. */
    private final Map<URI, Bucket> calls = new ConcurrentHashMap<>();

    private final Map<URI, Answer> known = new ConcurrentHashMap<>();

    private final Ticks time;

    SparedProvider(Clock clock) {
        this.time = new Ticks(clock);
    }

    private Bucket callsOf(URI address) {
        return calls.computeIfAbsent(
                address,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(1, EACH))
                        .withCustomTimePrecision(time)
                        .build());
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (callsOf(request.getURI()).tryConsume(1)) {
            return asked(request, body, execution);
        }
        Answer last = known.get(request.getURI());
        if (last == null) {
            throw new IOException("The identity provider was asked often enough for now");
        }
        return last;
    }

    private ClientHttpResponse asked(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        ClientHttpResponse response = execution.execute(request, body);
        if (!response.getStatusCode().is2xxSuccessful()) {
            return response;
        }
        try (response) {
            Answer answer = new Answer(response.getBody().readAllBytes(), response.getHeaders());
            known.put(request.getURI(), answer);
            return answer;
        }
    }

    /** An answer that can be read again. */
    private static final class Answer implements ClientHttpResponse {

        private final byte[] content;

        private final HttpHeaders headers;

        Answer(byte[] content, HttpHeaders headers) {
            this.content = content;
            this.headers = HttpHeaders.readOnlyHttpHeaders(headers);
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatus.OK;
        }

        @Override
        public String getStatusText() {
            return HttpStatus.OK.getReasonPhrase();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
