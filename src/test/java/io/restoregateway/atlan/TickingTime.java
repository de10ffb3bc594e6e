package io.restoregateway.atlan;

import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestorableAssetFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that passes only when somebody pauses or the test says so. */
final class TickingTime implements InstantSource, Pause {

    static final Instant START = RestorableAssetFixtures.VERIFIED_AT;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void of(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Duration passed() {
        return Duration.between(START, instant());
    }
}
