package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.util.function.Function;

/** Where the budget's occupancy is kept, for all replicas. */
interface Places {

    /**
     * Changes the occupancy; everybody else's changes come wholly before or wholly after.
     *
     * @throws io.restoregateway.restore.CatalogException with {@code UNAVAILABLE} when nobody knows the occupancy now
     */
    <T> T change(Function<Occupancy, T> change);

    /**
     * Lets nobody call for some time; at the latest before the next change that succeeds.
     *
     * @param word Atlan's answer that said so
     */
    void close(Duration time, UpstreamError word);

    /**
     * Looks without holding anybody up.
     *
     * @throws io.restoregateway.restore.CatalogException with {@code UNAVAILABLE} when nobody knows the occupancy now
     */
    Occupancy look();
}
