package io.restoregateway.atlan;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchiveSelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tenant's archived assets over its search. */
record AtlanArchive(AtlanCalls.Line line) implements Archive {

    /** @throws IllegalArgumentException when the position was not made by a search */
    @Override
    public ArchivePage find(ArchiveSelector selector, ArchivePage.@Nullable Position position, int limit) {
        requireOwn(position);
        try (AtlanCalls calls = line.reserve(1)) {
            return new ArchiveSearch(selector, limit).run(new IndexSearch(calls), position);
        }
    }

    private static void requireOwn(ArchivePage.@Nullable Position position) {
        List<Object> values = position == null ? List.of(0L, "") : position.sortValues();
        if (values.size() != 2 || !(values.getFirst() instanceof Number) || !(values.getLast() instanceof String)) {
            throw new IllegalArgumentException("The position is not one of a search for archived assets");
        }
    }
}
