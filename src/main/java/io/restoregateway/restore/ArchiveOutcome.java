package io.restoregateway.restore;

import java.util.List;

/** The one true answer that every asset to be archived again gets. */
public sealed interface ArchiveOutcome
        permits ArchiveOutcome.Archived,
                ArchiveOutcome.AlreadyArchived,
                ArchiveOutcome.WouldArchive,
                RestoreOutcome.NotFound,
                RestoreOutcome.Refused,
                RestoreOutcome.Failed,
                RestoreOutcome.UnexpectedChange,
                RestoreOutcome.Unconfirmed,
                RestoreOutcome.NotAttempted {

    /**
     * Active before, archived by this request, and read back archived.
     *
     * @param asset as read back
     * @param alsoArchived what the same job had restored, was not in the request, and was archived along with it
     */
    record Archived(StoredAsset asset, List<OtherAsset> alsoArchived, List<Warning> warnings)
            implements ArchiveOutcome {}

    /** Archived without us: nothing was sent, or nothing changed. */
    record AlreadyArchived(StoredAsset asset) implements ArchiveOutcome {}

    /** Every check passed, and only checks were asked for. */
    record WouldArchive(StoredAsset asset) implements ArchiveOutcome {}
}
