package io.restoregateway.restore;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other requests of the same undertaking bring back, as far as one request has to know. */
final class Elsewhere {

    private final Companions companions;

    private final Catalog catalog;

    private final InstantSource clock;

    private final Map<Guid, Look> looks = new HashMap<>();

    Elsewhere(Companions companions, Catalog catalog, InstantSource clock) {
        this.companions = companions;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Those of these assets that come back too, or have come back. */
    Set<Guid> coming(Collection<OtherAsset> assets) {
        return claims(assets).stream().map(AssetClaim::guid).collect(Collectors.toSet());
    }

    /**
     * Those of these archived assets that come back too and are, by the store's word, what the undertaking claims of them:
     * what brings them along asks no more, and the request that is to restore them would refuse them.
     *
     * @throws CatalogException when the store gives no answer
     */
    Set<Guid> unchanged(Collection<OtherAsset> assets) {
        Collection<AssetClaim> claims = claims(assets);
        look(claims.stream().filter(claim -> !isFresh(looks.get(claim.guid()))).toList());
        return claims.stream()
                .map(AssetClaim::guid)
                .filter(guid -> isUnchanged(looks.get(guid)))
                .collect(Collectors.toSet());
    }

    private Collection<AssetClaim> claims(Collection<OtherAsset> assets) {
        return assets.isEmpty() ? List.of() : companions.among(assets);
    }

    /** Counts from its end: else a look at thousands of terms would be too old as soon as it is done, for ever. */
    private void look(List<AssetClaim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        Map<Guid, CatalogEntry> entries =
                catalog.find(claims.stream().map(AssetClaim::guid).toList(), false);
        Instant at = clock.instant();
        claims.forEach(claim -> looks.put(claim.guid(), new Look(holds(claim, entries.get(claim.guid())), at)));
    }

    private static boolean holds(AssetClaim claim, @Nullable CatalogEntry entry) {
        return entry instanceof CatalogEntry.Archived(StoredAsset stored)
                && ClaimCheck.refusal(claim, stored)
                        .or(() -> ClaimCheck.changed(claim, stored))
                        .isEmpty();
    }

    private boolean isFresh(@Nullable Look look) {
        return look != null && !clock.instant().isAfter(look.at().plus(RestorableAsset.FRESH));
    }

    private static boolean isUnchanged(@Nullable Look look) {
        return look != null && look.unchanged();
    }

    /** What was seen of an asset, and when. */
    private record Look(boolean unchanged, Instant at) {}
}
