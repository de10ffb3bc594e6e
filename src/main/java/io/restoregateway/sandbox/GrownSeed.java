package io.restoregateway.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The seed with any number of generated assets beside it; it is grown again only when its times have to be others. */
final class GrownSeed implements Function<Instant, TenantState> {

    private static final int MOST = 1_000_000;
    private static final Duration AGE = Duration.ofDays(30);

    private final int generated;
    private @Nullable Grown last;

    private record Grown(Instant hour, TenantState state) {}

    GrownSeed(int generated) {
        if (generated < 0 || generated > MOST) {
            throw new IllegalArgumentException(
                    "generated assets must be between 0 and 1,000,000, but are " + generated);
        }
        this.generated = generated;
    }

    @Override
    public TenantState apply(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (last == null || !last.hour().equals(hour)) {
            last = null;
            last = new Grown(hour, grow(hour));
        }
        return last.state();
    }

    private TenantState grow(Instant hour) {
        TenantState seed = Seed.tenant(AssetTypes.STANDARD, hour);
        Growth growth = new Growth(seed, AssetTypes.STANDARD, hour.minus(AGE).toEpochMilli());
        growth.connections(generated);
        return seed.withNew(growth.assets(), growth.edges());
    }
}
