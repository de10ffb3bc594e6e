package io.restoregateway.sandbox;

import java.util.stream.Stream;

/** How many assets are active, and how many archived. */
public record StatusCounts(long active, long archived) {

    static StatusCounts of(Stream<StoredAsset> assets) {
        long[] counts = new long[2];
        assets.forEach(asset -> counts[asset.isArchived() ? 1 : 0]++);
        return new StatusCounts(counts[0], counts[1]);
    }
}
