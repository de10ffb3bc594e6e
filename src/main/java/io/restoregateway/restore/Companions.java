package io.restoregateway.restore;

import java.util.Collection;
import java.util.List;

/**
 * Assets that belong to the same undertaking as a request, but are not part of it: a bulk job restores in many requests
 * what one of them alone could not hold.
 */
@FunctionalInterface
public interface Companions {

    /** A request that stands alone. */
    Companions NONE = _ -> List.of();

    /** What the undertaking claims of those of these assets that it has brought back, or is still to bring back. */
    Collection<AssetClaim> among(Collection<OtherAsset> assets);
}
