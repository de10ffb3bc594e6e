package io.restoregateway.atlan;

import io.restoregateway.restore.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The calls of one request: each within the tenant's budget, tried again only where that is safe. */
final class AtlanCalls implements AutoCloseable {

    private final Line line;

    private final CallBudget.Reservation reservation;

    /** Whether there may be a write of which only reading tells what became. */
    private volatile boolean owed;

    private final AtomicInteger spent = new AtomicInteger();

    private AtlanCalls(Line line, CallBudget.Reservation reservation) {
        this.line = line;
        this.reservation = reservation;
    }

    /** Makes sure that so many calls are reserved still. */
    void secure(int calls) {
        reservation.secure(calls, line.budget.deadline());
    }

    /** How many calls were made so far, those made again included. */
    int spent() {
        return spent.get();
    }

    /** Reads or searches: tried again whenever no definite answer came. */
    Answer read(AtlanRequest request) {
        return attempt(
                request,
                answer -> !(answer instanceof Answer.Told
                        || answer instanceof Answer.Refused
                        || answer instanceof Answer.TooLarge),
                new Term(Instant.MAX, Instant.MAX, !owed));
    }

    /**
     * Writes: tried again only when nothing was done, and soon, since what was verified ages.
     *
     * @param staleAfter the latest time at which it may leave at all
     */
    Answer write(AtlanRequest request, Instant staleAfter) {
        Answer answer = attempt(
                request,
                AtlanCalls::wasNotDone,
                new Term(earlier(line.budget.deadline(), staleAfter), staleAfter, true));
        if (!wasNotDone(answer)) {
            owed = true;
        }
        return answer;
    }

    private static boolean wasNotDone(Answer answer) {
        return answer instanceof Answer.NeverLeft
                || answer instanceof Answer.Throttled
                || answer instanceof Answer.Maintenance;
    }

    private Answer attempt(AtlanRequest request, Predicate<Answer> again, Term term) {
        Answer answer = once(request, term);
        for (int attempt = 1; attempt < line.properties.attempts() && again.test(answer); attempt++) {
            Duration wait = answer instanceof Answer.Throttled ? Duration.ZERO : backoff(attempt);
            if (line.clock.instant().plus(wait).isAfter(term.end())
                    || Thread.currentThread().isInterrupted()) {
                return answer;
            }
            line.pause.of(wait);
            answer = once(request, term);
        }
        return answer;
    }

    private Answer once(AtlanRequest request, Term term) {
        CallBudget.Place place = reservation.take(earlier(line.budget.deadline(), term.end()));
        Answer answer = null;
        boolean made = false;
        try {
            if (term.sparing()) {
                line.outbound.breaker().enter();
            }
            made = true;
            answer = line.outbound.http().send(request, earlier(term.staleAfter(), place.leaveBefore()));
            if (answer instanceof Answer.Throttled(var error, var retryAfter)) {
                line.budget.close(retryAfter, error);
            }
            return answer;
        } finally {
            if (made) {
                line.outbound.heard(answer);
            }
            if (!made || answer instanceof Answer.NeverLeft) {
                place.unused();
            } else {
                spent.incrementAndGet();
                place.spent();
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Twice as long each time, and by chance a half more or less, so that clients do not come back together. */
    private Duration backoff(int attempt) {
        long mean = line.properties.backoff().toMillis() << (attempt - 1);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(mean / 2, mean + mean / 2 + 1));
    }

    @Override
    public void close() {
        reservation.close();
    }

    /**
     * How long a call may be tried.
     *
     * @param end when to give up trying again, and waiting for the gate
     * @param staleAfter the latest time at which it may leave, however long it waited for a connection
     * @param sparing whether it is not made while Atlan is left alone
     */
    private record Term(Instant end, Instant staleAfter, boolean sparing) {}

    /** What all requests share to reach the tenant. */
    record Line(Outbound outbound, CallBudget budget, InstantSource clock, Pause pause, AtlanProperties properties) {

        /** Reserves the calls that one request will need. */
        AtlanCalls reserve(int calls) {
            return new AtlanCalls(this, budget.reserve(calls));
        }
    }
}
