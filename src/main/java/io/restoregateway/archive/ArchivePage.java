package io.restoregateway.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the assets found, in a stable order.
 *
 * @param items the assets, each archived by its own stored status
 * @param total how many the index counts in all; it may lag by seconds
 * @param next where the next page begins; null when this was the last
 */
public record ArchivePage(
        List<ArchivedAsset> items, long total, @Nullable Position next) {

    public ArchivePage {
        items = List.copyOf(items);
    }

    /**
     * A place between two assets in the order of the search: by time of the last change, newest first, then by guid.
     *
     * @param sortValues the last asset's values of the sort keys, as the search engine wants them back
     */
    public record Position(List<Object> sortValues) {
        public Position {
            sortValues = List.copyOf(sortValues);
        }
    }
}
