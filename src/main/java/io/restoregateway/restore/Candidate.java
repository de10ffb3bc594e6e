package io.restoregateway.restore;

/**
 * An archived asset of which everything claimed is true; what stands around it is still to be looked at.
 *
 * @param claim what the caller says
 * @param stored what the store holds
 */
record Candidate(AssetClaim claim, StoredAsset stored) {

    Guid guid() {
        return stored.guid();
    }

    AssetIdentity identity() {
        return stored.identity();
    }
}
