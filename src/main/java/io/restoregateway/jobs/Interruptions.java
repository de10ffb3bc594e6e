package io.restoregateway.jobs;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Failure;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import java.util.Optional;

/** What of an item's outcome is rather the state of the tenant, or of the job: the item is to be tried again. */
final class Interruptions {

    /** What it counts when a write was sent and nothing definite could be learned: three times, and it is tried no more. */
    private static final int STRIKES_IF_UNCONFIRMED = Results.MOST_STRIKES / 3;

    private Interruptions() {}

    static void notAttempted(ItemRow row, NotAttempted unsent, Conclusion conclusion, Attempt attempt) {
        attempt.add(new ItemResult.Again(row, 0, conclusion));
        trouble(unsent.cause())
                .ifPresent(trouble -> attempt.interrupt(new CatalogException(trouble, unsent.detail(), null, null)));
    }

    private static Optional<Trouble> trouble(NotAttempted.Cause cause) {
        return switch (cause) {
            case BUDGET_EXHAUSTED -> Optional.of(Trouble.BUDGET_EXHAUSTED);
            case UPSTREAM_UNAVAILABLE -> Optional.of(Trouble.UNAVAILABLE);
            case UNRECORDED -> Optional.of(Trouble.UNRECORDED);
            case UPSTREAM_UNAUTHENTICATED -> Optional.of(Trouble.UNAUTHENTICATED);
            case ALARM, OTHER_REFUSED, WITHDRAWN -> Optional.empty();
        };
    }

    static void failed(ItemRow row, Failure failure, Conclusion conclusion, Attempt attempt) {
        if (failure.kind() == Failure.Kind.UPSTREAM_UNAUTHENTICATED) {
            attempt.add(new ItemResult.Again(row, 0, conclusion));
            attempt.interrupt(
                    new CatalogException(Trouble.UNAUTHENTICATED, failure.detail(), null, failure.upstream()));
        } else {
            attempt.add(ItemResult.Settled.as(row, row.sent() ? ItemResult.lost(conclusion) : conclusion));
        }
    }

    static void unconfirmed(ItemRow row, Conclusion conclusion, Attempt attempt) {
        attempt.add(new ItemResult.Again(row, STRIKES_IF_UNCONFIRMED, conclusion));
    }
}
