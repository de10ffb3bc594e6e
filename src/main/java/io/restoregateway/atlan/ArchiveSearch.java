package io.restoregateway.atlan;

import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One page of archived assets, filled by as many searches as it takes; hits that are no longer archived do not count. */
final class ArchiveSearch {

    private static final int MOST_SEARCHES = 5;

    /** So many make a page worth its search; people see shorter pages filled. */
    private static final int ENOUGH = 100;

    private final HitConditions conditions;

    private final int limit;

    private final List<ArchivedAsset> items = new ArrayList<>();

    private @Nullable Guid last;

    private long total;

    ArchiveSearch(HitConditions conditions, int limit) {
        this.conditions = conditions;
        this.limit = limit;
    }

    ArchivePage run(IndexSearch search, @Nullable Guid after) {
        last = after;
        boolean more = true;
        int seen = 0;
        Object query = IndexSearch.filter(conditions.asked());
        for (int i = 0; i < MOST_SEARCHES && more && items.size() < Math.min(limit, ENOUGH); i++) {
            IndexSearch.Hits hits = search.search(query, limit, last);
            total = hits.total();
            int taken = take(hits);
            seen += taken;
            // Only from the beginning can the total tell the end; later, a page without hits does.
            boolean all = taken == hits.entities().size() && after == null && seen >= total;
            more = !hits.entities().isEmpty() && !all;
        }
        return new ArchivePage(items, total, more ? last : null);
    }

    /** Takes hits until the page is full, and tells how many. */
    private int take(IndexSearch.Hits hits) {
        int taken = 0;
        for (JsonNode hit : hits.entities()) {
            if (items.size() == limit) {
                break;
            }
            taken++;
            take(hit, hits);
        }
        return taken;
    }

    private void take(JsonNode hit, IndexSearch.Hits hits) {
        last = IndexSearch.guid(hit, hits);
        AssetIdentity identity = EntityJson.identity(hit);
        OptionalLong changed = hit.path("updateTime").longValueOpt();
        if (identity != null && changed.isPresent() && EntityJson.isArchived(hit) && conditions.hold(hit)) {
            items.add(new ArchivedAsset(
                    identity,
                    EntityJson.name(hit),
                    Json.text(hit, "updatedBy"),
                    Instant.ofEpochMilli(changed.getAsLong())));
        }
    }
}
