package io.restoregateway.atlan;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the tenant can stand in a minute, shared by all requests. A call occupies its place from before it is
 * sent until a minute after it ended, so that no minute at the server ever sees more, however long calls travel.
 */
final class CallBudget {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final Duration STEP = Duration.ofMillis(50);

    private final int limit;

    private final Duration wait;

    private final InstantSource clock;

    private final Pause pause;

    /** When the places of ended calls become free, the earliest first. */
    private final Deque<Instant> ended = new ArrayDeque<>();

    /** Who waits for a reservation, the first come first; calls beyond a reservation do not queue. */
    private final Deque<Object> queue = new ArrayDeque<>();

    /** Places reserved or occupied by calls under way. */
    private int held;

    private Instant closedUntil = Instant.MIN;

    private @Nullable UpstreamError reason;

    /**
     * @param limit how many calls in any minute
     * @param wait how long to wait for a place
     */
    CallBudget(int limit, Duration wait, InstantSource clock, Pause pause) {
        this.limit = limit;
        this.wait = wait;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Reserves calls together; those not made are given back when the reservation is closed.
     *
     * @throws CatalogException with {@code BUDGET_EXHAUSTED} when they are not to be had in time
     */
    Reservation reserve(int calls) {
        if (calls > limit) {
            throw exhausted(
                    "The request needs %d calls to Atlan, and gateway.atlan.calls-per-minute allows %d"
                            .formatted(calls, limit),
                    calls);
        }
        Object turn = new Object();
        change(() -> queue.add(turn));
        try {
            await(() -> isFirst(turn) && hold(calls), calls, deadline());
        } finally {
            change(() -> queue.remove(turn));
        }
        return new Reservation(calls);
    }

    /** Lets nobody call for some time, because Atlan said so. */
    synchronized void close(Duration time, UpstreamError word) {
        Instant until = clock.instant().plus(time);
        if (until.isAfter(closedUntil)) {
            closedUntil = until;
            reason = word;
        }
    }

    /** The latest time to which somebody who comes now may wait. */
    Instant deadline() {
        return clock.instant().plus(wait);
    }

    private void await(Attempt attempt, int calls, Instant deadline) {
        while (!succeeds(attempt)) {
            Duration rest = Duration.between(clock.instant(), deadline);
            if (!rest.isPositive() || isHopeless(calls, deadline)) {
                throw exhausted("The tenant's budget of " + limit + " calls a minute is spent for now", calls);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CatalogException(Trouble.UNAVAILABLE, "The wait for Atlan was interrupted", null, null);
            }
            pause.of(rest.compareTo(STEP) < 0 ? rest : STEP);
        }
    }

    private synchronized boolean succeeds(Attempt attempt) {
        Instant now = clock.instant();
        while (!ended.isEmpty() && !ended.element().isAfter(now)) {
            ended.remove();
        }
        return !closedUntil.isAfter(now) && attempt.make();
    }

    private synchronized void change(Runnable change) {
        change.run();
    }

    private boolean isFirst(Object turn) {
        return turn.equals(queue.peek());
    }

    private boolean hold(int calls) {
        if (limit - held - ended.size() < calls) {
            return false;
        }
        held += calls;
        return true;
    }

    /** Whether waiting is in vain, since Atlan keeps the gate closed for longer. */
    private synchronized boolean isHopeless(int calls, Instant deadline) {
        return closedUntil.isAfter(deadline) || (held == 0 && freeAt(calls).isAfter(deadline));
    }

    private synchronized CatalogException exhausted(String message, int calls) {
        Instant now = clock.instant();
        boolean closed = closedUntil.isAfter(now);
        Instant free = freeAt(Math.min(calls, limit));
        Duration after = Duration.between(now, closed && closedUntil.isAfter(free) ? closedUntil : free);
        long seconds = after.plusNanos(999_999_999).toSeconds();
        return new CatalogException(
                Trouble.BUDGET_EXHAUSTED,
                closed ? "Atlan has had enough calls for now" : message,
                Duration.ofSeconds(Math.max(1, seconds)),
                closed ? reason : null);
    }

    /** When so many places will be free; those held now count as free in a minute. */
    private Instant freeAt(int calls) {
        Instant now = clock.instant();
        int missing = calls - (limit - held - ended.size());
        if (missing <= 0) {
            return now;
        }
        Iterator<Instant> next = ended.iterator();
        Instant free = now.plus(WINDOW);
        for (int i = 0; i < missing; i++) {
            free = next.hasNext() ? next.next() : now.plus(WINDOW);
        }
        return free;
    }

    /** Tries to get what it wants, at once; called under the lock and only while the gate is open. */
    @FunctionalInterface
    private interface Attempt {
        boolean make();
    }

    /** Calls that one request may make without waiting. */
    final class Reservation implements AutoCloseable {

        private int left;

        private boolean closed;

        private Reservation(int calls) {
            left = calls;
        }

        /**
         * Takes the place of one call, out of those reserved or else by waiting for one.
         *
         * @param deadline how long to wait at most, also for the gate to open
         * @throws CatalogException with {@code BUDGET_EXHAUSTED} when there is none in time
         */
        Place take(Instant deadline) {
            await(this::occupy, 1, deadline);
            return new Place(this);
        }

        /**
         * Reserves more, until so many are left.
         *
         * @throws CatalogException with {@code BUDGET_EXHAUSTED} when there are none in time
         */
        void secure(int calls, Instant deadline) {
            await(() -> holdUpTo(calls), calls, deadline);
        }

        private boolean holdUpTo(int calls) {
            int missing = Math.max(0, calls - left);
            if (!hold(missing)) {
                return false;
            }
            left += missing;
            return true;
        }

        private boolean occupy() {
            if (left == 0) {
                return hold(1);
            }
            left--;
            return true;
        }

        private void giveBack() {
            if (closed) {
                held--;
            } else {
                left++;
            }
        }

        @Override
        public void close() {
            change(() -> {
                held -= left;
                left = 0;
                closed = true;
            });
        }
    }

    /** The place of one call under way. */
    final class Place {

        private final Reservation origin;

        private Place(Reservation origin) {
            this.origin = origin;
        }

        /** The call ended, whatever came of it. */
        void spent() {
            change(() -> {
                held--;
                ended.add(clock.instant().plus(WINDOW));
            });
        }

        /** The call never left. */
        void unused() {
            change(origin::giveBack);
        }
    }
}
