package io.restoregateway.archive;

import io.restoregateway.restore.Guid;
import org.jspecify.annotations.Nullable;

/** The tenant's archived assets, found by search. */
public interface Archive {

    /**
     * Finds one page of archived assets.
     *
     * @param after the asset after which to begin, whether or not it is still found; null for the beginning
     * @param limit how many at most, 1 to 100
     * @throws io.restoregateway.restore.CatalogException when the search is away
     */
    ArchivePage find(ArchiveSelector selector, @Nullable Guid after, int limit);
}
