package io.restoregateway.atlan;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.archive.Containment;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import org.jspecify.annotations.Nullable;

/** The tenant's archived assets over its search. */
record AtlanArchive(AtlanCalls.Line line) implements Archive {

    @Override
    public ArchivePage find(ArchiveSelector selector, @Nullable Guid after, int limit) {
        requirePage(limit);
        try (AtlanCalls calls = line.reserve(1)) {
            return new ArchiveSearch(new ArchiveConditions(selector), limit).run(new IndexSearch(calls), after);
        }
    }

    @Override
    public ArchivePage findBeneath(AssetIdentity container, ArchiveSelector bounds, @Nullable Guid after, int limit) {
        requirePage(limit);
        BeneathConditions conditions = BeneathConditions.of(container, bounds);
        boolean anchored = conditions.containment() == Containment.GLOSSARY;
        try (AtlanCalls calls = line.reserve(anchored ? 1 + StoreReads.calls(limit) : 1)) {
            IndexSearch search = new IndexSearch(calls);
            ArchivePage page = new ArchiveSearch(conditions, limit).run(search, after);
            return anchored ? new Anchors(new StoreReads(calls, search)).only(page, container.guid()) : page;
        }
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("limit is " + limit + ": must be from 1 to " + LARGEST_PAGE);
        }
    }
}
