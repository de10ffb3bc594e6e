package io.restoregateway.atlan;

import java.time.Duration;

/**
 * What the tenant can stand, as this replica is told.
 *
 * @param total how many calls in any minute
 * @param background how many of them jobs may make together
 * @param longestCall how long a call takes at most, from when it gets its place until it is given up
 */
record CallLimits(int total, int background, Duration longestCall) {

    /** Calls that travel are seen a little later than they are given up. */
    private static final Duration TRAVEL = Duration.ofSeconds(5);

    int of(CallKind kind) {
        return kind == CallKind.BACKGROUND ? background : total;
    }

    /** How long places stay occupied of which nothing more is heard: a call may have been made of them until the end. */
    Duration lease() {
        return longestCall.plus(TRAVEL).plus(Occupancy.WINDOW);
    }
}
