package io.restoregateway.restore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads assets again and again until they are as they shall be: a replica may lag, and Atlan may commit late. */
final class LookAgain {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final InstantSource clock;

    private final Pause pause;

    LookAgain(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Reads until all are active or gone, or the time is up; at least once.
     *
     * @return what was read last; an asset that could not be read is missing
     */
    Map<Guid, CatalogEntry> untilActive(
            Catalog catalog, Collection<Guid> guids, Duration timeout, boolean relationships) {
        return look(open -> catalog.find(open, relationships), guids, CatalogEntry.Archived.class, timeout);
    }

    /**
     * Reads until all are archived or gone, or the time is up; at least once.
     *
     * @return what was read last; an asset that could not be read is missing
     */
    Map<Guid, CatalogEntry> untilArchived(
            Catalog catalog, Collection<Guid> guids, Duration timeout, boolean relationships) {
        return look(open -> catalog.find(open, relationships), guids, CatalogEntry.Active.class, timeout);
    }

    /** Reads as long as the entries are of the kind that they were before. */
    private Map<Guid, CatalogEntry> look(
            Function<Set<Guid>, Map<Guid, CatalogEntry>> read,
            Collection<Guid> guids,
            Class<? extends CatalogEntry> before,
            Duration timeout) {
        Instant deadline = clock.instant().plus(timeout);
        Map<Guid, CatalogEntry> seen = new HashMap<>();
        Set<Guid> open = new LinkedHashSet<>(guids);
        for (Duration wait = FIRST_WAIT; ; wait = longer(wait)) {
            try {
                seen.putAll(read.apply(open));
            } catch (CatalogException away) {
                // A read that fails says nothing of the write; the next one may succeed.
                seen.keySet().removeAll(open);
            }
            open.removeIf(guid -> isSettled(seen.get(guid), before));
            if (open.isEmpty() || isOver(deadline, wait)) {
                return seen;
            }
            pause.of(wait);
        }
    }

    private boolean isOver(Instant deadline, Duration wait) {
        return clock.instant().plus(wait).isAfter(deadline)
                || Thread.currentThread().isInterrupted();
    }

    private static boolean isSettled(@Nullable CatalogEntry entry, Class<? extends CatalogEntry> before) {
        return entry != null && !before.isInstance(entry);
    }

    private static Duration longer(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
