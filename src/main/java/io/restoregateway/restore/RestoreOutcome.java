package io.restoregateway.restore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one true answer that every asset asked for gets. */
public sealed interface RestoreOutcome {

    /**
     * Archived before, restored by this request, and read back active.
     *
     * @param asset as read back
     * @param alsoRestored what came back with it because the request allowed that
     */
    record Restored(StoredAsset asset, List<OtherAsset> alsoRestored, List<Warning> warnings)
            implements RestoreOutcome {

        /** Whether Atlan's answer proves that this request met the very state that was verified. */
        public boolean isProven() {
            return warnings.stream().noneMatch(warning -> warning.code() == Warning.Code.CHANGED_MEANWHILE);
        }
    }

    /** Active without us: nothing was sent, or nothing changed. */
    record AlreadyActive(StoredAsset asset, List<Warning> warnings) implements RestoreOutcome {}

    /**
     * Every check passed, and only checks were asked for.
     *
     * @param brings what would come back with it
     */
    record WouldRestore(StoredAsset asset, List<OtherAsset> brings, List<Warning> warnings) implements RestoreOutcome {}

    /** The store knows no such asset; no write was sent. */
    record NotFound(Refusal refusal) implements RestoreOutcome, ArchiveOutcome {}

    /** A rule forbids it; no write was sent. */
    record Refused(Refusal refusal) implements RestoreOutcome, ArchiveOutcome {}

    /** Atlan refused the write, definitely. */
    record Failed(Failure failure) implements RestoreOutcome, ArchiveOutcome {}

    /**
     * The alarm: the write did something other than what was asked, exactly to the asset that was verified.
     *
     * @param before the asset as verified, for repair by hand
     * @param now the asset as read back, where it could be read
     * @param detail what was seen
     * @param strangers assets that were changed, created or removed instead or besides, with the values that Atlan told
     */
    record UnexpectedChange(
            StoredAsset before, @Nullable StoredAsset now, String detail, List<RestoreAnswer.Header> strangers)
            implements RestoreOutcome, ArchiveOutcome {}

    /** Sent, and nothing definite could be learned afterwards: Atlan may still commit. */
    record Unconfirmed(String detail, @Nullable UpstreamError upstream) implements RestoreOutcome, ArchiveOutcome {}

    /** Not sent, because the request was stopped before it. */
    record NotAttempted(Cause cause, String detail) implements RestoreOutcome, ArchiveOutcome {

        static NotAttempted because(CatalogException trouble) {
            Cause cause = switch (trouble.trouble()) {
                case BUDGET_EXHAUSTED -> Cause.BUDGET_EXHAUSTED;
                case UNAUTHENTICATED -> Cause.UPSTREAM_UNAUTHENTICATED;
                case UNAVAILABLE, ERROR -> Cause.UPSTREAM_UNAVAILABLE;
                case UNRECORDED -> Cause.UNRECORDED;
            };
            return new NotAttempted(cause, trouble.detail());
        }

        /** What stopped a request. */
        public enum Cause {
            /** Atlan changed something other than asked. */
            ALARM,
            /** The tenant's call budget is spent. */
            BUDGET_EXHAUSTED,
            /** Atlan is away, or left an earlier write unanswered. */
            UPSTREAM_UNAVAILABLE,
            /** Atlan refuses the gateway's token. */
            UPSTREAM_UNAUTHENTICATED,
            /** Another asset of an all-or-nothing request was refused. */
            OTHER_REFUSED,
            /** What was about to be done could not be recorded. */
            UNRECORDED,
            /** Whoever asked for it has taken that back, or put it off. */
            WITHDRAWN
        }
    }
}
