package io.restoregateway.archive;

import io.restoregateway.restore.Guid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the assets found, in the order of their guids: the one key that no change moves.
 *
 * @param items the assets, each archived by its own stored status
 * @param total how many the index counts in all; it may lag by seconds
 * @param next the last asset looked at, after which the next page begins; null when there is no more
 * @param calls how many calls to the tenant it took
 */
public record ArchivePage(
        List<ArchivedAsset> items, long total, @Nullable Guid next, int calls) {

    public ArchivePage(List<ArchivedAsset> items, long total, @Nullable Guid next) {
        this(items, total, next, 0);
    }

    public ArchivePage {
        items = List.copyOf(items);
    }

    /** The same assets, found by so many calls. */
    public ArchivePage foundBy(int number) {
        return new ArchivePage(items, total, next, number);
    }
}
