package io.restoregateway.restore;

import java.util.Collection;
import java.util.Set;

/**
 * Assets that belong to the same undertaking as a request, but are not part of it: a bulk job restores in many requests
 * what one of them alone could not hold.
 */
@FunctionalInterface
public interface Companions {

    /** A request that stands alone. */
    Companions NONE = _ -> Set.of();

    /** Those of these assets that the undertaking has brought back, or is still to bring back. */
    Set<Guid> among(Collection<OtherAsset> assets);
}
