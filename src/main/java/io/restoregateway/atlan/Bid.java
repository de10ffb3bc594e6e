package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for places. */
sealed interface Bid {

    /** They are held. */
    record Granted() implements Bid {}

    /**
     * They are not to be had now.
     *
     * @param soonest the time before which they cannot be free, whatever others give back; zero when they may be at once
     * @param likely the time after which they will be free if others use all that they hold
     * @param closed Atlan's word, where it keeps the gate closed
     */
    record Refused(
            Duration soonest, Duration likely, @Nullable UpstreamError closed) implements Bid {

        boolean isHopelessWithin(Duration time) {
            return !time.isPositive() || soonest.compareTo(time) > 0;
        }
    }
}
