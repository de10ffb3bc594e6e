package io.restoregateway.atlan;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.LastLook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Shows operators how much of the budget is used, by all replicas together. */
final class CallBudgetMeters implements MeterBinder {

    private static final String PREFIX = "restore.gateway.call.budget.";

    /** All gauges of one collection come from one look. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Places places;

    private final CallLimits limits;

    private final LastLook<Occupancy> seen;

    CallBudgetMeters(Places places, InstantSource clock, CallLimits limits, Executor elsewhere) {
        this.places = places;
        this.limits = limits;
        this.seen = new LastLook<>(this::occupancy, FRESH, clock, elsewhere);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (CallKind kind : CallKind.values()) {
            Gauge.builder(PREFIX + "limit", limits, all -> all.of(kind))
                    .description("Calls that this kind may make in any minute")
                    .tag("kind", name(kind))
                    .register(registry);
            for (Holding.State state : Holding.State.values()) {
                gauge("calls", occupancy -> occupancy.count(kind, state))
                        .description("Calls waited for, held, or ended within the last minute")
                        .tag("kind", name(kind))
                        .tag("state", name(state))
                        .register(registry);
            }
        }
        gauge("closed", occupancy -> occupancy.closedFor().toMillis() / 1_000.0)
                .description("For how long Atlan wants no calls")
                .baseUnit("seconds")
                .register(registry);
    }

    private Gauge.Builder<CallBudgetMeters> gauge(String name, ToDoubleFunction<Occupancy> value) {
        return Gauge.builder(PREFIX + name, this, meters -> meters.look(value));
    }

    private double look(ToDoubleFunction<Occupancy> value) {
        Occupancy occupancy = seen.get();
        return occupancy == null ? Double.NaN : value.applyAsDouble(occupancy);
    }

    private @Nullable Occupancy occupancy() {
        try {
            return places.look();
        } catch (CatalogException _) {
            return null;
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
