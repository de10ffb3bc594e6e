package io.restoregateway.access;

import java.time.Duration;
import org.springframework.security.access.AccessDeniedException;

/** Says that a caller makes more calls than are allowed to each. */
public final class TooManyCallsException extends AccessDeniedException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyCallsException(int perSecond, Duration retryAfter) {
        super("Each caller may make %,d calls a second (gateway.access.requests-per-second)".formatted(perSecond));
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next call. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
