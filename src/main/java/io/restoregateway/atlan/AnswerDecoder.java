package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Tells from status, {@code errorCode} and body what an answer means. */
final class AnswerDecoder {

    private static final Logger log = LoggerFactory.getLogger(AnswerDecoder.class);

    private static final String IN_MAINTENANCE = "ATLAS-503-00-001";

    private static final int SHOWN = 1_000;

    /** Statuses of an edge that gave up on a call which the server behind it may go on with. */
    private static final Set<Integer> GIVEN_UP_AT_THE_EDGE = Set.of(408, 499);

    private static final Set<Integer> AWAY = Set.of(0, 502, 503, 504);

    private static final Pattern CONFLICT = Pattern.compile(
            "Could not commit transaction|LockTimeout|LockingException|lock contention|Deadlock",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String secret;

    private final RetryAfter retryAfter;

    /** @param secret what must never be shown, even when Atlan's answer holds it */
    AnswerDecoder(String secret, InstantSource clock) {
        this.secret = secret;
        this.retryAfter = new RetryAfter(clock);
    }

    Answer decode(RawAnswer raw, String requestId) {
        JsonNode body = Json.read(raw.body());
        if (raw.status() == 200 && body != null) {
            return new Answer.Told(body, requestId);
        }
        UpstreamError error = error(raw, body, requestId);
        return raw.status() == 200 && raw.tooLarge() ? new Answer.TooLarge(error) : trouble(raw, body, error);
    }

    private Answer trouble(RawAnswer raw, @Nullable JsonNode body, UpstreamError error) {
        int status = raw.status();
        if (status == 429) {
            return new Answer.Throttled(error, retryAfter(raw));
        }
        if (status == 503 && IN_MAINTENANCE.equals(error.errorCode())) {
            return new Answer.Maintenance(error, retryAfter(raw));
        }
        boolean definite = error.errorCode() != null || !GIVEN_UP_AT_THE_EDGE.contains(status);
        if (status >= 300 && status < 500 && definite) {
            return new Answer.Refused(error);
        }
        return new Answer.MayHaveActed(error, status == 500 && isConflict(body), AWAY.contains(status));
    }

    private Duration retryAfter(RawAnswer raw) {
        return retryAfter.read(raw.headers().getFirst(HttpHeaders.RETRY_AFTER));
    }

    private UpstreamError error(RawAnswer raw, @Nullable JsonNode body, String requestId) {
        if (body == null) {
            String found = raw.tooLarge() ? "An answer larger than is accepted" : "An answer that is not JSON";
            log.warn("{} with status {} to request id {}: {}", found, raw.status(), requestId, snippet(raw.body()));
            return new UpstreamError(raw.status(), null, found, null, requestId);
        }
        String message = Stream.of("errorMessage", "message", "error")
                .map(field -> shown(body, field))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new UpstreamError(raw.status(), shown(body, "errorCode"), message, shown(body, "entityGuid"), requestId);
    }

    private @Nullable String shown(JsonNode body, String field) {
        String text = Json.text(body, field);
        return text == null ? null : presentable(text);
    }

    private static boolean isConflict(@Nullable JsonNode body) {
        return body != null
                && Stream.concat(Stream.of(body), body.path("causes").valueStream())
                        .flatMap(part -> Stream.of("errorType", "errorMessage", "message")
                                .flatMap(field -> part.path(field).stringValueOpt().stream()))
                        .anyMatch(text -> CONFLICT.matcher(text).find());
    }

    private String snippet(byte @Nullable [] body) {
        int length = body == null ? 0 : Math.min(body.length, 64 * SHOWN);
        return body == null ? "" : presentable(new String(body, 0, length, StandardCharsets.UTF_8));
    }

    private String presentable(String text) {
        String clean = CONTROL.matcher(text.replace(secret, "***")).replaceAll(" ");
        return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN);
    }
}
