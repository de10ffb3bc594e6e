package io.restoregateway.sandbox;

import java.time.Instant;

/** The tenant as it is after a start or a reset: always the same, but for the times, which lie some days back. */
final class Seed {

    private Seed() {}

    static TenantState tenant(AssetTypes types, Instant now) {
        SeedPlan plan = new SeedPlan(types, now);
        SeedExamples.plant(plan);
        SeedSources.plant(plan);
        SeedGovernance.plant(plan);
        SeedOddities.plant(plan);
        return plan.state();
    }
}
