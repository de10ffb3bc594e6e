package io.restoregateway.sandbox;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a query finds in the index, wherever the page that is asked for begins.
 *
 * @param guids of all hits, in order
 */
record IndexHits(TenantState index, List<String> guids) {

    /** So few candidates are looked at one by one, whatever was found before. */
    private static final int FEW = 2_000;

    static IndexHits of(Object query, IndexCondition meant, TenantVersion index, FoundBefore found) {
        TenantState state = index.state();
        IndexCondition readable =
                new BoolCondition(List.of(meant, asset -> asset.access() != AssetAccess.NONE), List.of(), List.of(), 0);
        Optional<IndexCondition.Candidates> candidates = readable.candidates(state);
        if (candidates.isPresent() && candidates.get().size() <= FEW) {
            return new IndexHits(state, matching(candidates.get(), readable));
        }
        List<String> guids = found.guids(
                query,
                readable,
                index,
                () -> candidates
                        .filter(some -> some.size() < state.assets().size() / 4)
                        .map(some -> matching(some, readable))
                        .orElseGet(() -> matching(state, readable)));
        return new IndexHits(state, guids);
    }

    Stream<StoredAsset> inOrder(IndexSort sort, List<@Nullable Object> after) {
        if (!sort.isByGuid()) {
            return stored(guids)
                    .filter(asset -> after.isEmpty() || sort.isAfter(asset, after))
                    .sorted(sort);
        }
        if (after.isEmpty()) {
            return stored(guids);
        }
        int at = Collections.binarySearch(guids, String.valueOf(after.getFirst()));
        return stored(guids.subList(at < 0 ? -at - 1 : at + 1, guids.size()));
    }

    private Stream<StoredAsset> stored(List<String> some) {
        return some.stream().map(guid -> Objects.requireNonNull(index.find(guid), guid));
    }

    private static List<String> matching(IndexCondition.Candidates candidates, IndexCondition condition) {
        return candidates
                .assets()
                .get()
                .filter(condition)
                .map(StoredAsset::guid)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> matching(TenantState state, IndexCondition condition) {
        return state.assets().values().stream()
                .filter(condition)
                .map(StoredAsset::guid)
                .toList();
    }
}
