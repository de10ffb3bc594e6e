package io.restoregateway.restore;

/** What the catalog's store says now of one guid. */
public sealed interface CatalogEntry {

    /** The guid asked for. */
    Guid guid();

    /** The asset is archived (soft-deleted). */
    record Archived(StoredAsset asset) implements CatalogEntry {
        @Override
        public Guid guid() {
            return asset.guid();
        }
    }

    /** The asset is active. */
    record Active(StoredAsset asset) implements CatalogEntry {
        @Override
        public Guid guid() {
            return asset.guid();
        }
    }

    /** On the store's own word there is no such asset, or it was purged. */
    record Absent(Guid guid, UpstreamError word) implements CatalogEntry {}

    /** The gateway's token may not read the asset. */
    record Withheld(Guid guid, UpstreamError word) implements CatalogEntry {}
}
