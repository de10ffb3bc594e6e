package io.restoregateway.jobs;

import java.time.Duration;

/** How many batches, and of what size, come after one: a little more when all is well, half when Atlan is slow. */
enum Pace {
    /** Room for more. */
    FASTER,
    /** The call budget holds it back, so more at once would gain nothing. */
    SAME,
    SLOWER,
    /** Something held the batch up, so it says nothing. */
    HELD;

    /** A call that takes longer wants a smaller batch (Atlan's page on API limits). */
    private static final Duration SLOW = Duration.ofSeconds(5);

    private static final int MOST_LANES = 8;

    /**
     * Judges a batch.
     *
     * @param slowest how long its slowest write took
     * @param waited how long it waited for the call budget
     */
    static Pace after(Duration slowest, Duration waited) {
        if (slowest.compareTo(SLOW) > 0) {
            return SLOWER;
        }
        return waited.toMillis() > 500 ? SAME : FASTER;
    }

    /** The next number of lanes, in SQL. */
    String lanes() {
        return switch (this) {
            case FASTER -> "least(" + MOST_LANES + ", lanes + 1)";
            case SAME, HELD -> "lanes";
            case SLOWER -> "greatest(1, lanes / 2)";
        };
    }

    /** The next size of a write, in SQL. */
    String perWrite() {
        return switch (this) {
            case FASTER, SAME -> "least(50, per_write + 5)";
            case SLOWER -> "greatest(1, per_write / 2)";
            case HELD -> "per_write";
        };
    }
}
