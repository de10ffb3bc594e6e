package io.restoregateway.atlan;

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

    private final Breaker breaker;

    private int unanswered;

    private boolean refused;

    AtlanHealth(Breaker breaker) {
        this.breaker = breaker;
    }

    /** Takes notice of an answer. */
    synchronized void heard(Answer answer) {
        unanswered = Breaker.isAway(answer) ? unanswered + 1 : 0;
        refused = answer instanceof Answer.Refused(var error) && error.status() == UNAUTHENTICATED;
    }

    @Override
    public synchronized Health health() {
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
