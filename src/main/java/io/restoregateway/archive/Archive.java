package io.restoregateway.archive;

import org.jspecify.annotations.Nullable;

/** The tenant's archived assets, found by search. */
public interface Archive {

    /**
     * Finds one page of archived assets.
     *
     * @param position where to begin; null for the beginning
     * @param limit how many at most, 1 to 100
     * @throws io.restoregateway.restore.CatalogException when the search is away
     */
    ArchivePage find(ArchiveSelector selector, ArchivePage.@Nullable Position position, int limit);
}
