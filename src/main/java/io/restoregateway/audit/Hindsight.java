package io.restoregateway.audit;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.StoredAsset;
import org.jspecify.annotations.Nullable;

/** What a read tells, some time later, of a write that was not heard of. */
final class Hindsight {

    private static final String SETTLED = "Settled by a read after the gateway had stopped in the middle: ";

    private Hindsight() {}

    /** Nothing came of it, as Atlan's answer had said. */
    static Conclusion withoutEffect() {
        return new Conclusion(
                Outcome.FAILED,
                null,
                "Atlan refused the write or never got it; the gateway stopped before it could tell more.");
    }

    static Conclusion of(OpenIntent intent, @Nullable CatalogEntry entry) {
        return switch (entry) {
            case CatalogEntry.Active(StoredAsset now)
            when isOther(now, intent.asset()) -> unknown("it is active, but has another type or qualifiedName now.");
            case CatalogEntry.Active _ ->
                switch (intent.action()) {
                    case RESTORE ->
                        new Conclusion(
                                Outcome.RESTORED, null, SETTLED + "it is active; somebody else may have restored it.");
                    case ARCHIVE -> unknown("it is still active; Atlan may archive it late.");
                };
            case CatalogEntry.Archived _ ->
                switch (intent.action()) {
                    case RESTORE -> unknown("it is still archived; Atlan may restore it late.");
                    case ARCHIVE ->
                        new Conclusion(
                                Outcome.ARCHIVED,
                                null,
                                SETTLED + "it is archived; somebody else may have archived it.");
                };
            case CatalogEntry.Absent _ -> unknown("Atlan's store knows no such asset any more.");
            case CatalogEntry.Withheld _ -> unknown("the gateway's token may not read it.");
            case null -> unknown("it could not be read.");
        };
    }

    private static Conclusion unknown(String seen) {
        return new Conclusion(Outcome.UNCONFIRMED, "UNCONFIRMED", SETTLED + seen);
    }

    private static boolean isOther(StoredAsset now, AssetIdentity asked) {
        return !now.identity().equals(asked);
    }
}
