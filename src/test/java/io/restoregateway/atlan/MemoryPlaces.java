package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The occupancy of tests that need no database. */
final class MemoryPlaces implements Places {

    private final CallLimits limits;

    private final InstantSource clock;

    private final Map<UUID, Holding> stored = new LinkedHashMap<>();

    private Closure closure;

    MemoryPlaces(CallLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public synchronized <T> T change(Function<Occupancy, T> change) {
        Occupancy occupancy = look();
        T result = change.apply(occupancy);
        OccupancyChanges changes = occupancy.changes();
        changes.deletes().forEach(stored::remove);
        changes.updates().forEach(holding -> stored.put(holding.id(), holding));
        changes.inserts().forEach(holding -> stored.put(holding.id(), holding));
        stored.values().removeIf(holding -> !holding.freeAt().isAfter(occupancy.now()));
        closure = changes.closure() == null ? closure : changes.closure();
        return result;
    }

    @Override
    public void close(Duration time, UpstreamError word) {
        change(occupancy -> {
            occupancy.close(time, word);
            return word;
        });
    }

    @Override
    public synchronized Occupancy look() {
        return new Occupancy(limits, clock.instant(), closure, List.copyOf(stored.values()));
    }
}
