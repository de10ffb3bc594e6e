package io.restoregateway.promise;

import io.restoregateway.restore.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the whole service under test: it passes only when somebody waits. */
final class TickingClock extends Clock implements Pause {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void of(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
