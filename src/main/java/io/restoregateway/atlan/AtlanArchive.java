package io.restoregateway.atlan;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.Guid;
import org.jspecify.annotations.Nullable;

/** The tenant's archived assets over its search. */
record AtlanArchive(AtlanCalls.Line line) implements Archive {

    @Override
    public ArchivePage find(ArchiveSelector selector, @Nullable Guid after, int limit) {
        try (AtlanCalls calls = line.reserve(1)) {
            return new ArchiveSearch(selector, limit)
                    .run(new IndexSearch(calls), after)
                    .foundBy(calls.spent());
        }
    }
}
