package io.restoregateway.restore;

import java.time.Instant;

/**
 * What a job says of an asset that it restored; it is archived again only while that is what the catalog stores.
 *
 * @param identity the asset
 * @param restoredAt its {@link StoredAsset#updatedAt()} as read back after the restore
 */
public record RestoredAsset(AssetIdentity identity, Instant restoredAt) {

    Guid guid() {
        return identity.guid();
    }

    /** Whether nobody changed it since. */
    boolean isUnchanged(StoredAsset now) {
        return identity.equals(now.identity()) && restoredAt.equals(now.updatedAt());
    }
}
