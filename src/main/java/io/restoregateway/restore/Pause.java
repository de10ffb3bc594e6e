package io.restoregateway.restore;

import java.time.Duration;

/** Lets time pass; in tests the clock ticks instead. */
@FunctionalInterface
public interface Pause {

    /** Returns after that time, or earlier when the thread is interrupted (its flag stays set). */
    void of(Duration time);
}
