package io.restoregateway.jobs;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries jobs on, lane by lane: each takes a batch of items, works on it, writes down what came of it, takes the next. */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    /** A lane makes room for those of other jobs after that. */
    private static final Duration SHIFT = Duration.ofSeconds(20);

    private static final Duration SOON = Duration.ofMillis(500);

    private final JobTable jobs;

    private final JobStates states;

    private final Leases leases;

    private final Finder finder;

    private final Preparation preparation;

    private final BatchRun batches;

    private final Sweep sweep;

    private final Steps steps;

    private final Clock clock;

    Lanes(
            Tables tables,
            Finder finder,
            Preparation preparation,
            BatchRun batches,
            Sweep sweep,
            Steps steps,
            Clock clock) {
        this.jobs = tables.jobs();
        this.states = tables.states();
        this.leases = tables.leases();
        this.finder = finder;
        this.preparation = preparation;
        this.batches = batches;
        this.sweep = sweep;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Works in a lane for a while.
     *
     * @param stopping whether the gateway is about to stop
     * @param more has further lanes of a job begin, up to that number
     */
    Next run(LaneId lane, BooleanSupplier stopping, MoreLanes more) {
        leases.release(lane);
        UUID lease = UUID.randomUUID();
        Begun begun = new Begun(Phase.NOTHING, 0);
        Instant end = clock.instant().plus(SHIFT);
        while (!stopping.getAsBoolean() && clock.instant().isBefore(end)) {
            Optional<JobWork> job = jobs.work(lane.job());
            if (job.isEmpty() || !isNeeded(lane, job.get())) {
                return new Next.Never();
            }
            if (!begun.covers(job.get())) {
                more.begin(job.get());
                begun = new Begun(job.get().phase(), job.get().lanes());
            }
            Next next = steps.show(job.get(), () -> step(lane, job.get(), lease));
            if (!(next instanceof Next.Now)) {
                return next;
            }
        }
        return new Next.Later(clock.instant());
    }

    private static boolean isNeeded(LaneId lane, JobWork job) {
        return switch (job.phase()) {
            case FIND, CHECK, SWEEP -> lane.isFirst();
            case PREVIEW, RUN -> lane.number() < job.lanes();
            case NOTHING -> false;
        };
    }

    private Next step(LaneId lane, JobWork job, UUID lease) {
        try {
            return switch (job.phase()) {
                case FIND -> {
                    finder.step(job);
                    yield new Next.Now();
                }
                case CHECK -> {
                    preparation.check(job);
                    yield new Next.Now();
                }
                case PREVIEW, RUN -> work(lane, job, lease);
                case SWEEP -> sweep.step(job) ? new Next.Now() : soon();
                case NOTHING -> new Next.Never();
            };
        } catch (CatalogException trouble) {
            return wait(job, trouble);
        }
    }

    private Next work(LaneId lane, JobWork job, UUID lease) {
        return switch (batches.take(lane, job, lease)) {
            case Batch.Nothing _ -> lane.isFirst() ? finish(job) : new Next.Never();
            case Batch.Busy _ -> soon();
            case Batch.Taken batch -> {
                CatalogException trouble = batches.run(job, batch);
                yield trouble == null ? new Next.Now() : wait(job, trouble);
            }
        };
    }

    private Next finish(JobWork job) {
        if (job.phase() == Phase.PREVIEW) {
            preparation.previewed(job);
            return new Next.Now();
        }
        if (!states.complete(job.id())) {
            return soon();
        }
        LOG.info("Job {} is complete", job.id());
        return new Next.Now();
    }

    private Next soon() {
        return new Next.Later(clock.instant().plus(SOON));
    }

    private Next wait(JobWork job, CatalogException trouble) {
        boolean setback = trouble.trouble() != Trouble.BUDGET_EXHAUSTED;
        if (!jobs.wait(job, trouble.detail(), setback)) {
            return new Next.Now();
        }
        Duration least = setback ? Backoff.after(job.setbacks()) : Duration.ofSeconds(1);
        Duration told = Objects.requireNonNullElse(trouble.retryAfter(), Duration.ZERO);
        Duration wait = told.compareTo(least) > 0 ? told : least;
        LOG.info("Job {} waits for {} s: {}", job.id(), wait.toSeconds(), trouble.detail());
        return new Next.Later(clock.instant().plus(wait));
    }

    /** The lanes of a job that were begun: those of its last phase have ended with it. */
    private record Begun(Phase phase, int lanes) {

        boolean covers(JobWork job) {
            return job.phase() == phase && job.lanes() <= lanes;
        }
    }

    /** When to go on in a lane. */
    sealed interface Next {

        record Now() implements Next {}

        record Later(Instant at) implements Next {}

        /** There is nothing left for this lane. */
        record Never() implements Next {}
    }

    /** Has further lanes of a job begin. */
    @FunctionalInterface
    interface MoreLanes {
        void begin(JobWork job);
    }
}
