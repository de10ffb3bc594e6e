package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Makes one call and decodes what comes of it; never calls twice. */
final class AtlanHttp {

    private static final Logger log = LoggerFactory.getLogger(AtlanHttp.class);

    /** What WebClient's metrics show as the URI. */
    private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

    private final WebClient client;

    private final String tenant;

    private final Duration patience;

    private final AnswerDecoder decoder;

    private final InstantSource clock;

    /**
     * @param tenant the tenant's URL
     * @param patience the longest time that a call may take from its beginning to the end of its answer
     */
    AtlanHttp(WebClient client, String tenant, Duration patience, AnswerDecoder decoder, InstantSource clock) {
        this.client = client;
        this.tenant = tenant;
        this.patience = patience;
        this.decoder = decoder;
        this.clock = clock;
    }

    /**
     * Sends a request.
     *
     * @param staleAfter the latest time at which it may leave, however long it waited for a connection
     */
    Answer send(AtlanRequest request, Instant staleAfter) {
        String requestId = UUID.randomUUID().toString();
        Answer answer = exchange(request, requestId, staleAfter);
        log.debug("{} {}: {}, request id {}", request.method(), request.path(), nameOf(answer), requestId);
        return answer;
    }

    private Answer exchange(AtlanRequest request, String requestId, Instant staleAfter) {
        Departure departure = new Departure(clock, staleAfter);
        try {
            RawAnswer raw = prepare(request, requestId)
                    .httpRequest(departure::begin)
                    .exchangeToMono(AtlanHttp::readWhole)
                    .timeout(patience)
                    .contextCapture() // so that the call belongs to the trace of whoever waits for it
                    .block();
            return decoder.decode(raw == null ? RawAnswer.NONE : raw, requestId);
        } catch (RuntimeException trouble) {
            return fault(trouble, departure, requestId);
        }
    }

    private WebClient.RequestHeadersSpec<?> prepare(AtlanRequest request, String requestId) {
        WebClient.RequestBodySpec call = client.method(request.method())
                .uri(URI.create(tenant + request.target()))
                .attribute(URI_TEMPLATE, request.path())
                .accept(MediaType.APPLICATION_JSON)
                .header("X-Atlan-Request-Id", requestId);
        String body = request.body();
        return body == null
                ? call
                : call.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
    }

    private static Mono<RawAnswer> readWhole(ClientResponse response) {
        int status = response.statusCode().value();
        return response.toEntity(byte[].class)
                .map(entity -> new RawAnswer(status, entity.getHeaders(), entity.getBody(), false))
                .onErrorResume(
                        AtlanHttp::isTooLarge,
                        _ -> Mono.just(new RawAnswer(status, response.headers().asHttpHeaders(), null, true)));
    }

    private static boolean isTooLarge(Throwable trouble) {
        return trouble instanceof DataBufferLimitException
                || NestedExceptionUtils.getRootCause(trouble) instanceof DataBufferLimitException;
    }

    private static Answer fault(RuntimeException trouble, Departure departure, String requestId) {
        boolean left = !departure.cancel();
        String what = describe(NestedExceptionUtils.getMostSpecificCause(trouble));
        log.debug("No answer to {}: {}", requestId, what, trouble);
        UpstreamError error = new UpstreamError(0, null, what, null, requestId);
        return left ? new Answer.MayHaveActed(error, false, true) : new Answer.NeverLeft(error, isUnreachable(trouble));
    }

    private static boolean isUnreachable(RuntimeException trouble) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(trouble);
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof SSLException
                || cause instanceof ClosedChannelException;
    }

    private static String describe(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof io.netty.handler.timeout.TimeoutException
                ? "No answer in time"
                : "No answer: " + cause.getClass().getSimpleName();
    }

    private static String nameOf(Answer answer) {
        UpstreamError trouble = answer.trouble();
        return answer.getClass().getSimpleName()
                + (trouble == null ? "" : " " + trouble.status() + " " + trouble.errorCode());
    }

    /** The moment after which a request may have been seen by the server; either it begins, or it is called off for good. */
    private static final class Departure {

        private final AtomicBoolean settled = new AtomicBoolean();

        private final InstantSource clock;

        private final Instant staleAfter;

        private Departure(InstantSource clock, Instant staleAfter) {
            this.clock = clock;
            this.staleAfter = staleAfter;
        }

        void begin(ClientHttpRequest request) {
            if (clock.instant().isAfter(staleAfter) || !settled.compareAndSet(false, true)) {
                throw new IllegalStateException(request.getMethod() + " was given up before it left");
            }
        }

        /** Calls it off; false when it is too late. */
        boolean cancel() {
            return settled.compareAndSet(false, true);
        }
    }
}
