package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Journal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** For which assets of a batch a write has left that may have done something, now or later. */
final class Departures {

    private final Set<Guid> doubtful;

    /** Those of a write that was not heard of. */
    private final Set<Guid> onTheirWay = new HashSet<>();

    private Departures(Set<Guid> doubtful) {
        this.doubtful = doubtful;
    }

    /** Begins with what left before this batch was taken. */
    static Departures before(List<ItemRow> rows) {
        return new Departures(
                rows.stream().filter(ItemRow::sent).map(ItemRow::guid).collect(Collectors.toCollection(HashSet::new)));
    }

    void leave(List<AssetIdentity> assets) {
        assets.forEach(asset -> onTheirWay.add(asset.guid()));
    }

    /**
     * Takes in what is known of a write.
     *
     * @return those of its assets for which no write can have done anything
     */
    List<AssetIdentity> untouched(List<AssetIdentity> assets, Journal.Reply reply) {
        assets.forEach(asset -> onTheirWay.remove(asset.guid()));
        if (reply.mayHaveActed()) {
            assets.forEach(asset -> doubtful.add(asset.guid()));
            return List.of();
        }
        return assets.stream().filter(asset -> !doubtful.contains(asset.guid())).toList();
    }

    /** The rows, with what has left since they were taken. */
    List<ItemRow> noted(List<ItemRow> rows) {
        return rows.stream()
                .map(row -> doubtful.contains(row.guid()) || onTheirWay.contains(row.guid()) ? row.asSent() : row)
                .toList();
    }
}
