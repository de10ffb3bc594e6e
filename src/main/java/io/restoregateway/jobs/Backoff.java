package io.restoregateway.jobs;

import java.time.Duration;

/** How long to wait when something did not go well: twice as long each time. */
final class Backoff {

    private static final int FIRST_SECONDS = 2;

    private static final int LONGEST_SECONDS = 60;

    private static final int STEPS = 5;

    private Backoff() {}

    /** @param setbacks how often in a row it did not go well before */
    static Duration after(int setbacks) {
        return Duration.ofSeconds(Math.min(LONGEST_SECONDS, FIRST_SECONDS << Math.clamp(setbacks, 0, STEPS)));
    }
}
