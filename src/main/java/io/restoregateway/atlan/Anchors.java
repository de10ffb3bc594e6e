package io.restoregateway.atlan;

import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Relationship;
import io.restoregateway.restore.StoredAsset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells by the store which terms and categories are a glossary's own: their names alone do not. */
record Anchors(StoreReads store) {

    /** The page without what is anchored elsewhere, or is not known to be anchored at all. */
    ArchivePage only(ArchivePage page, Guid glossary) {
        List<Guid> guids = page.items().stream().map(Anchors::guid).toList();
        Map<Guid, CatalogEntry> entries = store.find(guids, true);
        List<ArchivedAsset> own = page.items().stream()
                .filter(item -> isAnchored(entries.get(guid(item)), glossary))
                .toList();
        return new ArchivePage(own, page.total(), page.next());
    }

    private static boolean isAnchored(@Nullable CatalogEntry entry, Guid glossary) {
        return switch (entry) {
            case CatalogEntry.Archived(StoredAsset asset) -> isAnchored(asset, glossary);
            case CatalogEntry.Active(StoredAsset asset) -> isAnchored(asset, glossary);
            case CatalogEntry.Absent _, CatalogEntry.Withheld _ -> false;
            case null -> false;
        };
    }

    private static boolean isAnchored(StoredAsset asset, Guid glossary) {
        List<Relationship> anchors = asset.relationships().stream()
                .filter(edge -> edge.attribute().equals("anchor"))
                .toList();
        return !anchors.isEmpty()
                && anchors.stream().allMatch(edge -> edge.other().guid().equals(glossary));
    }

    private static Guid guid(ArchivedAsset item) {
        return item.identity().guid();
    }
}
