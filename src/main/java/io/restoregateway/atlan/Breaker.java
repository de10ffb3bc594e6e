package io.restoregateway.atlan;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spares an Atlan that is away, and callers the waiting for it: when too many calls go unanswered, none is made for a while. */
final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    /** What metrics call it. */
    static final String NAME = "atlan";

    /** How many calls find out whether Atlan is back. */
    private static final int TRIES = 3;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final CircuitBreaker circuit;

    private final InstantSource clock;

    private volatile Instant closedAgain = Instant.MIN;

    private Breaker(CircuitBreaker circuit, AtlanProperties.CircuitBreaker settings, InstantSource clock) {
        this.circuit = circuit;
        this.clock = clock;
        circuit.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                closedAgain = clock.instant().plus(settings.openFor());
            }
            LOG.warn("Calls to Atlan: {}", event.getStateTransition());
        });
        if (settings.window() == 0) {
            circuit.transitionToDisabledState();
        }
    }

    static Breaker of(CircuitBreakerRegistry registry, AtlanProperties.CircuitBreaker settings, InstantSource clock) {
        int window = Math.max(1, settings.window());
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindow(window, window, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.failureRate().movePointRight(2).floatValue())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(TRIES)
                .clock(clock.withZone(ZoneOffset.UTC))
                .build();
        return new Breaker(registry.circuitBreaker(NAME, config), settings, clock);
    }

    /**
     * Begins a call.
     *
     * @throws CatalogException when none is to be made now; nothing was sent
     */
    void enter() {
        if (!circuit.tryAcquirePermission()) {
            Duration left = Duration.between(clock.instant(), closedAgain);
            throw new CatalogException(
                    Trouble.UNAVAILABLE,
                    "Atlan is not asked for now, as too many of the last calls went unanswered",
                    left.isPositive() ? left : SOON,
                    null);
        }
    }

    /** Ends a call, with its answer if it was made. */
    void leave(@Nullable Answer answer) {
        if (answer == null || (answer instanceof Answer.NeverLeft && !isAway(answer))) {
            circuit.releasePermission();
        } else if (isAway(answer)) {
            circuit.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException("no answer"));
        } else {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** Whether Atlan is asked as usual. */
    boolean isClosed() {
        return switch (circuit.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> true;
            case OPEN, FORCED_OPEN, HALF_OPEN -> false;
        };
    }

    /** Whether no call is made for now. */
    boolean refuses() {
        return circuit.getState() == CircuitBreaker.State.OPEN
                && clock.instant().isBefore(closedAgain);
    }

    static boolean isAway(Answer answer) {
        return switch (answer) {
            case Answer.Maintenance _ -> true;
            case Answer.NeverLeft unsent -> unsent.away();
            case Answer.MayHaveActed acted -> acted.away();
            case Answer.Told _, Answer.TooLarge _, Answer.Refused _, Answer.Throttled _ -> false;
        };
    }
}
