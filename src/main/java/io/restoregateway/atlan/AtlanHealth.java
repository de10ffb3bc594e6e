package io.restoregateway.atlan;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** How Atlan was when it was last asked; asked of what is known, since every call counts against the tenant's budget. */
final class AtlanHealth implements HealthIndicator {

    /** Without Atlan the gateway still answers for jobs and audit, and says of everything else what is the matter. */
    static final Status DEGRADED = new Status("DEGRADED");

    private static final int UNAUTHENTICATED = 401;

    /** One call may go unanswered without anything being the matter. */
    private static final int SEVERAL = 3;

    /** What was found out longer ago than that tells nothing of now. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Breaker breaker;

    private final InstantSource clock;

    private Instant heardAt = Instant.MIN;

    private int unanswered;

    private boolean refused;

    AtlanHealth(Breaker breaker, InstantSource clock) {
        this.breaker = breaker;
        this.clock = clock;
    }

    /** Takes notice of an answer. */
    synchronized void heard(Answer answer) {
        heardAt = clock.instant();
        unanswered = Breaker.isAway(answer) ? unanswered + 1 : 0;
        refused = answer instanceof Answer.Refused(var error) && error.status() == UNAUTHENTICATED;
    }

    @Override
    public synchronized Health health() {
        if (!breaker.refuses() && heardAt.isBefore(clock.instant().minus(FRESH))) {
            return Health.up().build();
        }
        if (refused) {
            return Health.status(DEGRADED)
                    .withDetail("reason", "Atlan does not accept the gateway's API key")
                    .build();
        }
        return breaker.isClosed() && unanswered < SEVERAL
                ? Health.up().build()
                : Health.status(DEGRADED)
                        .withDetail("reason", "Atlan does not answer")
                        .build();
    }
}
