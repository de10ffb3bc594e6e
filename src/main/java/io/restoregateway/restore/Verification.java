package io.restoregateway.restore;

import java.util.List;

/** What the rule says of a claim, after the catalog was asked. */
public sealed interface Verification {

    /**
     * Archived, and everything claimed is true.
     *
     * @param asset the proof, needed to restore it
     * @param brings what would come back with it
     * @param archivedParents archived assets that it belongs to
     */
    record Verified(
            RestorableAsset asset, List<OtherAsset> brings, List<OtherAsset> archivedParents, List<Warning> warnings)
            implements Verification {}

    /** Everything claimed is true, and it is active. */
    record AlreadyActive(StoredAsset asset) implements Verification {}

    /** Must not be restored. */
    record Refused(Refusal refusal) implements Verification {}
}
