package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who occupies the tenant's budget at one moment, and what that leaves to others. */
final class Occupancy {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** For how long somebody counts as waiting who was not heard of. */
    private static final Duration HEARD = Duration.ofSeconds(3);

    /** Calls that end within so many milliseconds count as one holding, and none of them shorter than it must. */
    private static final long GROUP = 250;

    private final CallLimits limits;

    private final Instant now;

    private final Map<UUID, Holding> holdings = new LinkedHashMap<>();

    private final OccupancyChanges changes;

    private @Nullable Closure closure;

    /** @param stored all that is known, of which what is over counts no more */
    Occupancy(CallLimits limits, Instant now, @Nullable Closure closure, Collection<Holding> stored) {
        this.limits = limits;
        this.now = now;
        this.closure = closure;
        this.changes = new OccupancyChanges(stored, now);
        stored.stream()
                .filter(holding -> holding.freeAt().isAfter(now))
                .forEach(holding -> holdings.put(holding.id(), holding));
    }

    Instant now() {
        return now;
    }

    /** What became other than it was stored. */
    OccupancyChanges changes() {
        return changes;
    }

    /** Holds places together when it is one's turn; otherwise queues for them, unless they come too late. */
    Bid reserve(UUID id, CallKind kind, int calls, Duration rest) {
        Holding own = holdings.get(id);
        long turn = own == null ? nextTurn() : own.turn();
        if (isOpen() && fits(kind, calls) && isTurn(kind, turn)) {
            put(new Holding(id, kind, Holding.State.HELD, calls, 0, now.plus(limits.lease())));
            return new Bid.Granted();
        }
        Bid.Refused refused = refusal(kind, calls);
        if (!refused.isHopelessWithin(rest)) {
            put(new Holding(id, kind, Holding.State.WAITING, calls, turn, now.plus(HEARD)));
        }
        return refused;
    }

    /** Holds more places, not waiting for those who queue: who has begun shall end. What is held is held longer. */
    Bid extend(UUID id, CallKind kind, int more) {
        Holding own = holdings.get(id);
        int held = own == null ? 0 : own.calls();
        boolean granted = isOpen() && (more == 0 || (fits(kind, more) && !standsBack(kind)));
        if (granted || own != null) {
            int calls = granted ? held + more : held;
            put(new Holding(id, kind, Holding.State.HELD, calls, 0, now.plus(limits.lease())));
        }
        return granted ? new Bid.Granted() : refusal(kind, more);
    }

    boolean isHeld(UUID id) {
        return holdings.containsKey(id);
    }

    /** Gives back places that were held, as nothing was sent. */
    void giveBack(UUID id, int calls) {
        Holding own = holdings.get(id);
        if (own != null) {
            put(own.with(own.calls() - calls, own.freeAt()));
        }
    }

    /** A call ended that had one of the places held. */
    void end(UUID id, CallKind kind) {
        giveBack(id, 1);
        long millis = now.plus(WINDOW).plusNanos(999_999).toEpochMilli();
        Instant freeAt = Instant.ofEpochMilli(Math.ceilDiv(millis, GROUP) * GROUP);
        Holding group = holdings.values().stream()
                .filter(holding -> holding.state() == Holding.State.ENDED
                        && holding.kind() == kind
                        && holding.freeAt().equals(freeAt))
                .findFirst()
                .orElseGet(() -> new Holding(UUID.randomUUID(), kind, Holding.State.ENDED, 0, 0, freeAt));
        put(group.with(group.calls() + 1, freeAt));
    }

    /** Waits no more. */
    void leave(UUID id) {
        holdings.remove(id);
        changes.remove(id);
    }

    /** Lets nobody call for some time, or for longer if that was said before. */
    void close(Duration time, UpstreamError word) {
        Instant until = now.plus(time);
        if (closure == null || until.isAfter(closure.until())) {
            closure = new Closure(until, word);
            changes.close(closure);
        }
    }

    /** For how long the gate stays closed; zero when it is open. */
    Duration closedFor() {
        return closure == null || !closure.until().isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, closure.until());
    }

    /** How many calls are waited for, held, or ended within the last minute. */
    int count(CallKind kind, Holding.State state) {
        return sum(holding -> holding.kind() == kind && holding.state() == state);
    }

    private void put(Holding holding) {
        if (holding.calls() > 0) {
            holdings.put(holding.id(), holding);
            changes.put(holding);
        } else {
            leave(holding.id());
        }
    }

    private boolean isOpen() {
        return closedFor().isZero();
    }

    private boolean fits(CallKind kind, int calls) {
        return missing(calls, limits.total(), Holding::occupies) <= 0
                && (kind == CallKind.INTERACTIVE || missing(calls, limits.background(), Occupancy::isBackground) <= 0);
    }

    private int missing(int calls, int limit, Predicate<Holding> counted) {
        return calls + sum(counted) - limit;
    }

    private int sum(Predicate<Holding> counted) {
        return holdings.values().stream()
                .filter(counted)
                .mapToInt(Holding::calls)
                .sum();
    }

    private static boolean isBackground(Holding holding) {
        return holding.occupies() && holding.kind() == CallKind.BACKGROUND;
    }

    private long nextTurn() {
        return 1 + holdings.values().stream().mapToLong(Holding::turn).max().orElse(0);
    }

    /** Whether nobody waits who came before, among one's own kind, or goes before. */
    private boolean isTurn(CallKind kind, long turn) {
        return !standsBack(kind)
                && holdings.values().stream()
                        .noneMatch(other -> other.isWaiting() && other.kind() == kind && other.turn() < turn);
    }

    private boolean standsBack(CallKind kind) {
        return kind == CallKind.BACKGROUND
                && holdings.values().stream()
                        .anyMatch(other -> other.isWaiting() && other.kind() == CallKind.INTERACTIVE);
    }

    private Bid.Refused refusal(CallKind kind, int calls) {
        Duration closed = closedFor();
        return new Bid.Refused(
                longer(closed, Duration.between(now, freeAt(kind, calls, now))),
                longer(closed, Duration.between(now, freeAt(kind, calls, now.plus(WINDOW)))),
                closure == null || closed.isZero() ? null : closure.word());
    }

    /** When so many places will be free, if all those held now are free at that time. */
    private Instant freeAt(CallKind kind, int calls, Instant heldFreeAt) {
        Instant all = freeAt(missing(calls, limits.total(), Holding::occupies), Holding::occupies, heldFreeAt);
        if (kind == CallKind.INTERACTIVE) {
            return all;
        }
        int missing = missing(calls, limits.background(), Occupancy::isBackground);
        Instant share = freeAt(missing, Occupancy::isBackground, heldFreeAt);
        return share.isAfter(all) ? share : all;
    }

    private Instant freeAt(int missing, Predicate<Holding> counted, Instant heldFreeAt) {
        record Freed(Instant at, int calls) {}
        List<Freed> next = holdings.values().stream()
                .filter(counted)
                .map(holding -> new Freed(holding.isHeld() ? heldFreeAt : holding.freeAt(), holding.calls()))
                .sorted(Comparator.comparing(Freed::at))
                .toList();
        int left = missing;
        Instant at = now;
        for (int i = 0; left > 0 && i < next.size(); i++) {
            at = next.get(i).at();
            left -= next.get(i).calls();
        }
        return at;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
