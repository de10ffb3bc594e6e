package io.restoregateway.restore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody pauses. */
final class TickingClock implements InstantSource, Pause {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void of(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    void tick(Duration time) {
        now = now.plus(time);
    }

    List<Duration> pauses() {
        return pauses;
    }
}
