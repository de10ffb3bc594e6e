package io.restoregateway.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which assets each of the tenant's last versions changed; may be asked while changes go on. */
final class ChangeLog {

    private static final int REMEMBERED_VERSIONS = 500;
    private static final int MOST_ASSETS = 20_000;

    private final NavigableMap<Long, List<String>> guidsByVersion = new ConcurrentSkipListMap<>();

    void forget() {
        guidsByVersion.clear();
    }

    /** A change of very many assets is not remembered, and ends what can be told. */
    void add(long version, List<String> guids) {
        if (guids.size() > MOST_ASSETS) {
            guidsByVersion.clear();
            return;
        }
        guidsByVersion.put(version, guids);
        if (guidsByVersion.size() > REMEMBERED_VERSIONS) {
            guidsByVersion.pollFirstEntry();
        }
    }

    /** The guids, in order, of all assets in which two versions can differ; empty when that is not known any more. */
    Optional<NavigableSet<String>> between(long one, long other) {
        long first = Math.min(one, other);
        long last = Math.max(one, other);
        Collection<List<String>> changes =
                List.copyOf(guidsByVersion.subMap(first, false, last, true).values());
        NavigableSet<String> guids = new TreeSet<>();
        changes.forEach(guids::addAll);
        return changes.size() == last - first && guids.size() <= MOST_ASSETS ? Optional.of(guids) : Optional.empty();
    }
}
