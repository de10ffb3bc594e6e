package io.restoregateway.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test ticks it. */
final class TickingClock implements InstantSource {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    void tick(Duration duration) {
        now = now.plus(duration);
    }
}
