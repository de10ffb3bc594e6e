package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the latest queries found, so that their next pages only look at what has changed since; safe for several threads. */
final class FoundBefore {

    private static final int REMEMBERED_QUERIES = 16;

    private final ChangeLog changes;
    private final Map<Object, Found> byQuery = new LinkedHashMap<>(REMEMBERED_QUERIES, 0.75f, true);

    /**
     * What a query found.
     *
     * @param version the number of the version that was searched
     * @param guids of all hits, in order
     */
    private record Found(long version, List<String> guids) {}

    FoundBefore(ChangeLog changes) {
        this.changes = changes;
    }

    /** The guids of all assets that meet the condition, in order. */
    List<String> guids(Object query, IndexCondition condition, TenantVersion index, Supplier<List<String>> search) {
        Found last = last(query);
        if (last != null && last.version() == index.number()) {
            return last.guids();
        }
        List<String> guids = last == null
                ? search.get()
                : changes.between(last.version(), index.number())
                        .map(changed -> brought(last.guids(), changed, condition, index.state()))
                        .orElseGet(search);
        remember(query, new Found(index.number(), guids));
        return guids;
    }

    private synchronized @Nullable Found last(Object query) {
        return byQuery.get(query);
    }

    private synchronized void remember(Object query, Found found) {
        byQuery.merge(query, found, (old, now) -> now.version() < old.version() ? old : now);
        if (byQuery.size() > REMEMBERED_QUERIES) {
            byQuery.remove(byQuery.keySet().iterator().next());
        }
    }

    /** The old hits, brought to what they are now where something has changed. */
    private static List<String> brought(
            List<String> old, NavigableSet<String> changed, IndexCondition condition, TenantState state) {
        List<String> guids = new ArrayList<>(old.size() + changed.size());
        int next = 0;
        for (String guid : changed) {
            int at = Collections.binarySearch(old, guid);
            int place = at < 0 ? -at - 1 : at;
            guids.addAll(old.subList(next, place));
            next = at < 0 ? place : place + 1;
            StoredAsset asset = state.find(guid);
            if (asset != null && condition.test(asset)) {
                guids.add(guid);
            }
        }
        guids.addAll(old.subList(next, old.size()));
        return Collections.unmodifiableList(guids);
    }
}
