package io.restoregateway.archive;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.TypeName;
import org.jspecify.annotations.Nullable;

/** The tenant's archived assets, found by search. */
public interface Archive {

    /** How many assets a page has at most. */
    int LARGEST_PAGE = 500;

    /**
     * Finds one page of archived assets. A page of more than 100 may stay short of its limit, so that no search is spent
     * on a few more; what ends the pages is that none is next.
     *
     * @param after the asset after which to begin, whether or not it is still found; null for the beginning
     * @param limit how many at most, 1 to {@value #LARGEST_PAGE}
     * @throws IllegalArgumentException when the limit is out of bounds
     * @throws io.restoregateway.restore.CatalogException when the search is away
     */
    ArchivePage find(ArchiveSelector selector, @Nullable Guid after, int limit);

    /**
     * Finds one page of what is archived beneath a container, the container itself left out. A page may stay short of its
     * limit, or have no asset at all; what ends the pages is that none is next.
     *
     * @param container an asset with descendants, in any status
     * @param bounds who archived it, or when: one of these must be given; no other condition counts
     * @param after the asset after which to begin, whether or not it is still found; null for the beginning
     * @param limit how many at most, 1 to {@value #LARGEST_PAGE}
     * @throws IllegalArgumentException when the container's type has no descendants, the selector neither tells who nor
     *     when, or the limit is out of bounds
     * @throws io.restoregateway.restore.CatalogException when Atlan is away
     */
    ArchivePage findBeneath(AssetIdentity container, ArchiveSelector bounds, @Nullable Guid after, int limit);

    /** Whether something can be found beneath assets of that type. */
    static boolean hasDescendants(TypeName typeName) {
        return Containment.of(typeName).isPresent();
    }
}
