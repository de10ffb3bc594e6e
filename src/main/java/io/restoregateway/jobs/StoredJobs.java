package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs in the database. */
final class StoredJobs implements RestoreJobs {

    private static final Logger LOG = LoggerFactory.getLogger(StoredJobs.class);

    private final Tables tables;

    private final Openings openings;

    private final ItemRecords items;

    private final Consumer<UUID> beginning;

    private final Clock clock;

    /** @param beginning has work on a job begin; should that be lost in a crash, somebody who tends the jobs sees to it */
    StoredJobs(Tables tables, Openings openings, Consumer<UUID> beginning, Clock clock) {
        this.tables = tables;
        this.openings = openings;
        this.items = new ItemRecords(tables.jdbc());
        this.beginning = beginning;
        this.clock = clock;
    }

    @Override
    public Creation create(JobOrder order, Selection selection, String fingerprint) {
        NewJob job = new NewJob(order, JobKind.RESTORE, JobSource.SELECTOR, null, null, selection);
        return open(job, fingerprint);
    }

    @Override
    public Optional<Creation> refusal(JobOrder order) {
        return openings.refusal(order);
    }

    @Override
    public Upload upload(JobOrder order, JobSource source) {
        return new RowUpload(new NewJob(order, JobKind.RESTORE, source, null, null, null), tables, openings, clock);
    }

    @Override
    public Creation retryFailed(UUID id, JobOrder order, String fingerprint) {
        return buildUpon(id, order, fingerprint, before -> {
            UUID parent = before.kind() == JobKind.UNDO ? before.parent() : before.id();
            return copying(
                    before,
                    new NewJob(order, before.kind(), JobSource.JOB, parent, id, null),
                    fingerprint,
                    "No item of the job has failed.");
        });
    }

    @Override
    public Creation undo(UUID id, JobOrder order, String fingerprint) {
        return buildUpon(id, order, fingerprint, before -> {
            if (before.kind() == JobKind.UNDO) {
                return wrongState(id, "The job is itself an undo.");
            }
            return copying(
                    before,
                    new NewJob(order, JobKind.UNDO, JobSource.JOB, id, id, null),
                    fingerprint,
                    "The job has restored nothing.");
        });
    }

    private Creation copying(JobWork before, NewJob job, String fingerprint, String otherwise) {
        if (!new Copies(tables.jdbc()).isAny(before, job.kind())) {
            return wrongState(before.id(), otherwise);
        }
        return open(job, fingerprint);
    }

    private Creation wrongState(UUID id, String detail) {
        return find(id).<Creation>map(job -> new Creation.WrongState(job, detail))
                .orElseGet(Creation.Unknown::new);
    }

    private Creation buildUpon(UUID id, JobOrder order, String fingerprint, Function<JobWork, Creation> building) {
        Optional<JobWork> before = tables.jobs().work(id);
        if (before.isEmpty()) {
            return new Creation.Unknown();
        }
        Optional<Creation> known = openings.known(order, fingerprint);
        if (known.isPresent()) {
            return known.get();
        }
        if (before.get().state() == JobState.FAILED) {
            return wrongState(id, "The job could not be prepared, so nothing of it was tried; order it again.");
        }
        if (!before.get().state().isFinal() || before.get().phase() != Phase.NOTHING) {
            return wrongState(id, "The job has not come to its end yet.");
        }
        return building.apply(before.get());
    }

    private Creation open(NewJob job, String fingerprint) {
        Optional<Creation> known = openings.known(job.order(), fingerprint);
        if (known.isPresent()) {
            return known.get();
        }
        UUID id = UUID.randomUUID();
        return openings.open(
                id, job.order(), fingerprint, Phase.FIND, () -> tables.jobs().insert(id, job));
    }

    @Override
    public Optional<RestoreJob> find(UUID job) {
        return tables.records().find(job);
    }

    @Override
    public List<RestoreJob> list(@Nullable UUID before, int limit) {
        return tables.records().list(before, limit);
    }

    @Override
    public List<JobItem> items(UUID job, @Nullable Outcome outcome, long after, int limit) {
        return items.list(job, outcome, after, limit);
    }

    @Override
    public void eachItem(UUID job, Consumer<JobItem> visitor) {
        items.each(job, visitor);
        if (find(job).isEmpty()) {
            throw new IllegalStateException("Job " + job + " was removed while its items were read");
        }
    }

    @Override
    public Transition confirm(UUID job, String actor) {
        return change(job, actor, "confirmed", id -> tables.states().confirm(id, actor));
    }

    @Override
    public Transition pause(UUID job, String actor) {
        return change(job, actor, "paused", tables.states()::pause);
    }

    @Override
    public Transition resume(UUID job, String actor) {
        return change(job, actor, "resumed", tables.states()::resume);
    }

    @Override
    public Transition cancel(UUID job, String actor) {
        return change(job, actor, "cancelled", id -> tables.states().end(id, JobState.CANCELLED, null));
    }

    private Transition change(UUID id, String actor, String what, Predicate<UUID> change) {
        boolean changed = Boolean.TRUE.equals(tables.transactions().execute(status -> change.test(id)));
        if (changed) {
            beginning.accept(id);
            LOG.info("Job {} was {} by {}", id, what, actor);
        }
        Optional<RestoreJob> job = find(id);
        return job.isEmpty()
                ? new Transition.Unknown()
                : changed ? new Transition.Done(job.get()) : new Transition.WrongState(job.get());
    }
}
