package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.UpstreamError;
import io.restoregateway.web.problem.ProblemType;
import io.restoregateway.web.problem.UnexpectedChanges;
import org.jspecify.annotations.Nullable;

/**
 * Why one entity was not restored.
 *
 * @param weight how much it matters beside the complaints about other entities
 * @param about the entity
 * @param detail a sentence for the caller
 * @param upstream Atlan's own words, where it had any
 * @param change what was changed other than asked, if anything was
 */
record Complaint(
        Weight weight,
        ProblemType type,
        AssetIdentity about,
        String detail,
        @Nullable UpstreamError upstream,
        @Nullable UnexpectedChanges change) {

    /** What matters most comes first. */
    enum Weight {
        /** Something was changed that nobody asked for. */
        ALARM,
        /** Something may have been changed. */
        UNCONFIRMED,
        /** Nothing was changed, for a reason of this entity. */
        REFUSED,
        /** Nothing was changed, because of what happened to others. */
        CONSEQUENCE
    }
}
