package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item in somebody's hands.
 *
 * @param updatedAt as the asset was when it was selected or previewed; for an undo, when it was read back
 * @param strikes how badly it went so far
 * @param sent whether a write may have left for it before
 * @param broughtBy the glossary of the same job that brought it back
 */
record ItemRow(
        long position,
        AssetIdentity identity,
        @Nullable Instant updatedAt,
        int strikes,
        boolean sent,
        @Nullable Guid broughtBy) {

    Guid guid() {
        return identity.guid();
    }

    /** The same row, now that a write may have left for it. */
    ItemRow asSent() {
        return new ItemRow(position, identity, updatedAt, strikes, true, broughtBy);
    }
}
