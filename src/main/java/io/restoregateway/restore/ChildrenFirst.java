package io.restoregateway.restore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts assets in the order in which they are archived, what is contained before what contains it, and cuts that into writes. */
final class ChildrenFirst {

    private final Map<Guid, StoredAsset> assets;

    private final Map<Guid, Integer> heights = new HashMap<>();

    private ChildrenFirst(List<ArchivableAsset> assets) {
        this.assets = assets.stream()
                .map(ArchivableAsset::stored)
                .collect(Collectors.toMap(StoredAsset::guid, Function.identity()));
    }

    /** The writes to make, one after another. */
    static List<List<Guid>> writes(List<ArchivableAsset> assets, int perWrite) {
        ChildrenFirst order = new ChildrenFirst(assets);
        List<Guid> all = assets.stream()
                .map(ArchivableAsset::stored)
                .sorted(Comparator.<StoredAsset>comparingInt(asset -> -ParentsFirst.level(asset.typeName()))
                        .thenComparingInt(asset -> order.height(asset.guid()))
                        .thenComparingLong(
                                asset -> -ParentsFirst.depth(asset.identity().qualifiedName())))
                .map(StoredAsset::guid)
                .toList();
        List<List<Guid>> writes = new ArrayList<>();
        for (int from = 0; from < all.size(); from += perWrite) {
            writes.add(all.subList(from, Math.min(from + perWrite, all.size())));
        }
        return writes;
    }

    /** How many levels of the request's assets lie beneath one, by the edges that the store shows. */
    private int height(Guid guid) {
        Integer known = heights.get(guid);
        if (known != null) {
            return known;
        }
        // Assets that contain each other would have no end.
        heights.put(guid, 0);
        int height = Contents.contained(Objects.requireNonNull(assets.get(guid)))
                .map(edge -> edge.other().guid())
                .filter(assets::containsKey)
                .mapToInt(child -> 1 + height(child))
                .max()
                .orElse(0);
        heights.put(guid, height);
        return height;
    }
}
