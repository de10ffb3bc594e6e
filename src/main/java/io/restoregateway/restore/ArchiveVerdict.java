package io.restoregateway.restore;

/** What the rule says of an asset to be archived again, after the catalog was asked. */
sealed interface ArchiveVerdict {

    /** Active, and nobody changed it since the job restored it. */
    record Archivable(ArchivableAsset proof) implements ArchiveVerdict {}

    /** A category, never sent by itself, that is archived along with its glossary. */
    record TakenAlong(StoredAsset category, Guid glossary) implements ArchiveVerdict {}

    /** Nothing is to be sent for it. */
    record Settled(ArchiveOutcome outcome) implements ArchiveVerdict {}
}
