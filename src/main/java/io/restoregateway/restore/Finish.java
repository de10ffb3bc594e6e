package io.restoregateway.restore;

import java.util.ArrayList;
import java.util.List;

/** Adds to an outcome the warnings that can be told only when the whole request is done. */
final class Finish {

    private Finish() {}

    static RestoreOutcome of(AssetClaim claim, RestoreOutcome outcome, List<OtherAsset> archivedParents) {
        return switch (outcome) {
            case RestoreOutcome.Restored restored ->
                new RestoreOutcome.Restored(
                        restored.asset(), restored.alsoRestored(), with(restored.warnings(), archivedParents));
            case RestoreOutcome.WouldRestore would ->
                new RestoreOutcome.WouldRestore(would.asset(), would.brings(), with(would.warnings(), archivedParents));
            case RestoreOutcome.AlreadyActive active ->
                new RestoreOutcome.AlreadyActive(active.asset(), administratorsNotAdded(claim, active.asset()));
            case RestoreOutcome.NotFound _,
                    RestoreOutcome.Refused _,
                    RestoreOutcome.Failed _,
                    RestoreOutcome.UnexpectedChange _,
                    RestoreOutcome.Unconfirmed _,
                    RestoreOutcome.NotAttempted _ -> outcome;
        };
    }

    private static List<Warning> with(List<Warning> warnings, List<OtherAsset> archivedParents) {
        List<Warning> all = new ArrayList<>(warnings);
        if (!archivedParents.isEmpty()) {
            all.add(Warnings.parentArchived(archivedParents));
        }
        return all;
    }

    private static List<Warning> administratorsNotAdded(AssetClaim claim, StoredAsset active) {
        return active.administrators().containsAll(claim.administrators().given())
                ? List.of()
                : List.of(Warnings.adminsNotChanged());
    }
}
