package io.restoregateway.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The tenant as it is after a start or a reset: always the same, but for the times, which lie some days back from the hour. */
final class Seed {

    private static final AtomicReference<@Nullable Planted> LAST = new AtomicReference<>();

    private record Planted(Instant hour, TenantState state) {}

    private Seed() {}

    static TenantState tenant(AssetTypes types, Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Planted last = LAST.get();
        if (last != null && last.hour().equals(hour)) {
            return last.state();
        }
        TenantState state = plant(types, hour);
        LAST.set(new Planted(hour, state));
        return state;
    }

    private static TenantState plant(AssetTypes types, Instant hour) {
        SeedPlan plan = new SeedPlan(types, hour);
        SeedExamples.plant(plan);
        SeedSources.plant(plan);
        SeedGovernance.plant(plan);
        SeedOddities.plant(plan);
        return plan.state();
    }
}
