package io.restoregateway.atlan;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one change of the occupancy comes to, in terms of what was stored. */
final class OccupancyChanges {

    private final Set<UUID> stored = new HashSet<>();

    private final Map<UUID, Holding> put = new LinkedHashMap<>();

    private final Set<UUID> removed = new HashSet<>();

    private @Nullable Closure closure;

    private final int past;

    OccupancyChanges(Collection<Holding> stored, Instant now) {
        stored.forEach(holding -> this.stored.add(holding.id()));
        this.past = Math.toIntExact(stored.stream()
                .filter(holding -> !holding.freeAt().isAfter(now))
                .count());
    }

    void put(Holding holding) {
        put.put(holding.id(), holding);
        removed.remove(holding.id());
    }

    void remove(UUID id) {
        put.remove(id);
        if (stored.contains(id)) {
            removed.add(id);
        }
    }

    void close(Closure gate) {
        closure = gate;
    }

    /** Holdings that are new. */
    List<Holding> inserts() {
        return put.values().stream()
                .filter(holding -> !stored.contains(holding.id()))
                .toList();
    }

    /** Holdings that were stored already. */
    List<Holding> updates() {
        return put.values().stream()
                .filter(holding -> stored.contains(holding.id()))
                .toList();
    }

    /** Holdings that are no more. */
    Set<UUID> deletes() {
        return removed;
    }

    /** How many holdings that are over were stored still. */
    int past() {
        return past;
    }

    /** How the gate was closed, if it was. */
    @Nullable
    Closure closure() {
        return closure;
    }
}
