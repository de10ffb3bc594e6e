package io.restoregateway.sandbox;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The tenant's clock: what happens late happens at the moment it was due, and no two changes share a millisecond. */
final class TenantTime {

    private final InstantSource source;
    private @Nullable Instant pretended;
    private long lastTick;

    TenantTime(InstantSource source) {
        this.source = source;
    }

    Instant now() {
        return pretended == null ? source.instant() : pretended;
    }

    /** The time outside, whatever is being made up for at the moment. */
    InstantSource outside() {
        return source;
    }

    /** The time of the next change, in milliseconds: now, and later than every change before. */
    long tick() {
        lastTick = Math.max(now().toEpochMilli(), lastTick + 1);
        return lastTick;
    }

    void at(Instant moment, Runnable action) {
        pretended = moment;
        try {
            action.run();
        } finally {
            pretended = null;
        }
    }
}
