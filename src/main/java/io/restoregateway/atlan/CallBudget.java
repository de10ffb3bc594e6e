package io.restoregateway.atlan;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls that the tenant can stand in a minute, shared by all requests and jobs of all replicas. A call occupies its
 * place from before it is sent until a minute after it ended, so that no minute at the server ever sees more, however
 * long calls travel.
 */
final class CallBudget {

    private static final Logger log = LoggerFactory.getLogger(CallBudget.class);

    /** Who waits is heard of so often, lest the others think that it is gone. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    private final Terms terms;

    private final Places places;

    private final InstantSource clock;

    private final Pause pause;

    CallBudget(Terms terms, Places places, InstantSource clock, Pause pause) {
        this.terms = terms;
        this.places = places;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Reserves calls together; those not made are given back when the reservation is closed.
     *
     * @throws CatalogException with {@code BUDGET_EXHAUSTED} when they are not to be had in time
     */
    Reservation reserve(int calls) {
        if (calls > terms.most()) {
            throw new CatalogException(
                    Trouble.BUDGET_EXHAUSTED, terms.tooMany().formatted(calls, terms.most()), Occupancy.WINDOW, null);
        }
        UUID id = UUID.randomUUID();
        await(
                rest -> places.change(occupancy -> occupancy.reserve(id, terms.kind(), calls, rest)),
                deadline(),
                () -> quietly(occupancy -> occupancy.leave(id)));
        return new Reservation(id, calls);
    }

    /** Lets nobody call for some time, because Atlan said so. */
    void close(Duration time, UpstreamError word) {
        places.close(time, word);
    }

    /** The latest time to which somebody who comes now may wait. */
    Instant deadline() {
        return clock.instant().plus(terms.patience());
    }

    private void await(Function<Duration, Bid> bidding, Instant deadline, Runnable givingUp) {
        Duration rest = Duration.between(clock.instant(), deadline);
        while (bidding.apply(rest) instanceof Bid.Refused refused) {
            if (refused.isHopelessWithin(rest)) {
                givingUp.run();
                throw exhausted(refused);
            }
            if (Thread.currentThread().isInterrupted()) {
                givingUp.run();
                throw new CatalogException(Trouble.UNAVAILABLE, "The wait for Atlan was interrupted", null, null);
            }
            pause.of(shorter(rest, step(refused)));
            rest = Duration.between(clock.instant(), deadline);
        }
    }

    /** Until the places wanted may be free: there is nothing to see before. */
    private Duration step(Bid.Refused refused) {
        return refused.soonest().isPositive()
                ? shorter(refused.soonest(), LONGEST_STEP)
                : terms.kind().step();
    }

    private CatalogException exhausted(Bid.Refused refused) {
        long seconds = refused.likely().plusNanos(999_999_999).toSeconds();
        return new CatalogException(
                Trouble.BUDGET_EXHAUSTED,
                refused.closed() == null
                        ? "The tenant's budget of " + terms.most() + " calls a minute is spent for now"
                        : "Atlan has had enough calls for now",
                Duration.ofSeconds(Math.max(1, seconds)),
                refused.closed());
    }

    /** Tells what became of places; if nobody can be told, they become free by their time. */
    private void quietly(Consumer<Occupancy> news) {
        try {
            places.change(occupancy -> {
                news.accept(occupancy);
                return true;
            });
        } catch (CatalogException away) {
            log.debug("Places of the call budget become free by their time: {}", away.detail());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * On whose behalf calls are made.
     *
     * @param patience how long to wait for places
     */
    record Terms(CallKind kind, CallLimits limits, Duration patience) {

        int most() {
            return limits.of(kind);
        }

        private String tooMany() {
            return switch (kind) {
                case INTERACTIVE -> "The request needs %d calls to Atlan, and gateway.atlan.calls-per-minute allows %d";
                case BACKGROUND ->
                    "The job needs %d calls to Atlan, and gateway.atlan.interactive-share leaves %d a minute to jobs";
            };
        }
    }

    /** Calls that one request may make without waiting. */
    final class Reservation implements AutoCloseable {

        /** Another one once the places were lost, because nothing was heard of them for too long. */
        private UUID id;

        private int left;

        private boolean closed;

        private Reservation(UUID id, int calls) {
            this.id = id;
            this.left = calls;
        }

        /**
         * Takes the place of one call, out of those reserved or else by waiting for one.
         *
         * @param deadline how long to wait at most, also for the gate to open
         * @throws CatalogException with {@code BUDGET_EXHAUSTED} when there is none in time
         */
        Place take(Instant deadline) {
            AtomicReference<@Nullable Place> taken = new AtomicReference<>();
            await(_ -> occupy(taken), deadline, () -> {});
            return Objects.requireNonNull(taken.get());
        }

        /**
         * Reserves more, until so many are left.
         *
         * @throws CatalogException with {@code BUDGET_EXHAUSTED} when there are none in time
         */
        void secure(int calls, Instant deadline) {
            await(_ -> hold(calls), deadline, () -> {});
        }

        private synchronized Bid occupy(AtomicReference<@Nullable Place> taken) {
            // From before the places are held, so that the call is over before they are free.
            Instant leaveBefore = clock.instant().plus(terms.limits().longestCall());
            Bid bid = hold(1);
            if (bid instanceof Bid.Granted) {
                left--;
                taken.set(new Place(this, id, leaveBefore));
            }
            return bid;
        }

        private synchronized Bid hold(int wanted) {
            Bid bid = places.change(occupancy -> {
                if (!occupancy.isHeld(id)) {
                    id = UUID.randomUUID();
                    left = 0;
                }
                return occupancy.extend(id, terms.kind(), Math.max(0, wanted - left));
            });
            if (bid instanceof Bid.Granted) {
                left = Math.max(left, wanted);
            }
            return bid;
        }

        private synchronized void giveBack(UUID from) {
            if (closed) {
                quietly(occupancy -> occupancy.giveBack(from, 1));
            } else if (from.equals(id)) {
                left++;
            }
        }

        @Override
        public synchronized void close() {
            int unused = left;
            left = 0;
            closed = true;
            if (unused > 0) {
                quietly(occupancy -> occupancy.giveBack(id, unused));
            }
        }
    }

    /** The place of one call under way. */
    final class Place {

        private final Reservation origin;

        private final UUID holding;

        private final Instant leaveBefore;

        private Place(Reservation origin, UUID holding, Instant leaveBefore) {
            this.origin = origin;
            this.holding = holding;
            this.leaveBefore = leaveBefore;
        }

        /** The latest time at which the call may leave, however long this process stands still. */
        Instant leaveBefore() {
            return leaveBefore;
        }

        /** The call ended, whatever came of it. */
        void spent() {
            quietly(occupancy -> occupancy.end(holding, terms.kind()));
        }

        /** The call never left. */
        void unused() {
            origin.giveBack(holding);
        }
    }
}
