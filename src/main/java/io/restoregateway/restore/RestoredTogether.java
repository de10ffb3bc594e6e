package io.restoregateway.restore;

import java.util.Collection;
import java.util.Set;

/** All that one job restored, of which a request archives a part again. */
@FunctionalInterface
public interface RestoredTogether {

    /** Those of these assets that the same job restored; not more than a few thousand are asked for. */
    Collection<RestoredAsset> among(Set<Guid> guids);
}
