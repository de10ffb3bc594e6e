package io.restoregateway.atlan;

import io.restoregateway.restore.Pause;
import java.time.InstantSource;

/** What calls of people and calls of jobs share on their way to the tenant. */
record Outbound(AtlanHttp http, Breaker breaker, AtlanHealth health) {

    AtlanCalls.Line line(CallBudget budget, InstantSource clock, Pause pause, AtlanProperties properties) {
        return new AtlanCalls.Line(this, budget, clock, pause, properties);
    }
}
