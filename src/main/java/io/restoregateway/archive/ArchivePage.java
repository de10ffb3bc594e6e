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
 */
public record ArchivePage(
        List<ArchivedAsset> items, long total, @Nullable Guid next) {

    public ArchivePage {
        items = List.copyOf(items);
    }
}
