package io.restoregateway.atlan;

import io.restoregateway.restore.Pause;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What calls of people and calls of jobs share on their way to the tenant. */
record Outbound(AtlanHttp http, Breaker breaker, AtlanHealth health) {

    /** Takes notice of what came of a call; null when nothing did. */
    void heard(@Nullable Answer answer) {
        if (answer != null) {
            health.heard(answer);
        }
        breaker.leave(answer);
    }

    AtlanCalls.Line line(CallBudget budget, InstantSource clock, Pause pause, AtlanProperties properties) {
        return new AtlanCalls.Line(this, budget, clock, pause, properties);
    }
}
