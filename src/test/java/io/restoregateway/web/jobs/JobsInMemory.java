package io.restoregateway.web.jobs;

import io.restoregateway.jobs.BadRow;
import io.restoregateway.jobs.Creation;
import io.restoregateway.jobs.JobItem;
import io.restoregateway.jobs.JobKind;
import io.restoregateway.jobs.JobOptions;
import io.restoregateway.jobs.JobOrder;
import io.restoregateway.jobs.JobProgress;
import io.restoregateway.jobs.JobRow;
import io.restoregateway.jobs.JobSource;
import io.restoregateway.jobs.JobState;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.jobs.Selection;
import io.restoregateway.jobs.Transition;
import io.restoregateway.jobs.Upload;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Bulk restore jobs that only stand there, as the calls about them see them. */
final class JobsInMemory implements RestoreJobs {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Map<UUID, RestoreJob> jobs = new ConcurrentHashMap<>();

    private final List<UUID> order = new CopyOnWriteArrayList<>();

    private final Map<UUID, List<JobItem>> items = new ConcurrentHashMap<>();

    private final Map<String, Known> keys = new ConcurrentHashMap<>();

    final List<Upload> open = new CopyOnWriteArrayList<>();

    final AtomicInteger looks = new AtomicInteger();

    /** How many rows uploads took, kept or not. */
    final AtomicLong rowsTaken = new AtomicLong();

    /** Uploads keep no rows: for manifests of any size. */
    volatile boolean forgetful;

    volatile @Nullable JobOrder lastOrder;

    private record Known(String fingerprint, UUID job) {}

    void clear() {
        jobs.clear();
        order.clear();
        items.clear();
        keys.clear();
        open.clear();
        looks.set(0);
        rowsTaken.set(0);
        forgetful = false;
    }

    int count() {
        return jobs.size();
    }

    RestoreJob add(JobState state, JobItem... rows) {
        RestoreJob job = store(anOrder(), JobKind.RESTORE, JobSource.ASSETS, null, null);
        items.put(job.id(), List.of(rows));
        return change(job.id(), before -> with(before, state, before.progress()));
    }

    RestoreJob change(UUID id, UnaryOperator<RestoreJob> change) {
        return jobs.computeIfPresent(id, (same, before) -> change.apply(before));
    }

    RestoreJob move(UUID id, JobState state) {
        return change(id, before -> with(before, state, before.progress()));
    }

    /** Cancels a job whose last items do not have their outcome yet: it is at its end, but not finished. */
    RestoreJob beginToCancel(UUID id) {
        return change(id, before -> with(before, JobState.CANCELLED, null, before.progress()));
    }

    void remove(UUID id) {
        jobs.remove(id);
        order.remove(id);
    }

    static JobOrder anOrder() {
        return new JobOrder(
                "somebody", "a-request", new JobOptions(null, false, false, false, false, null, null), null);
    }

    static JobItem item(long position, @Nullable Outcome outcome) {
        return new JobItem(
                position,
                position,
                "Table",
                "default/snowflake/1700000000/DB/SCHEMA/T" + position,
                new UUID(7, position).toString(),
                null,
                outcome == null ? null : new Conclusion(outcome, null, null),
                List.of(),
                null,
                outcome == null ? null : NOW);
    }

    @Override
    public Creation create(JobOrder given, Selection selection, String fingerprint) {
        return once(given, fingerprint, () -> store(given, JobKind.RESTORE, JobSource.SELECTOR, null, selection));
    }

    @Override
    public Optional<Creation> refusal(JobOrder given) {
        return Optional.empty();
    }

    @Override
    public Upload upload(JobOrder given, JobSource source) {
        Rows rows = new Rows(given, source);
        open.add(rows);
        return rows;
    }

    @Override
    public Creation retryFailed(UUID job, JobOrder given, String fingerprint) {
        return after(job, given, fingerprint, JobKind.RESTORE);
    }

    @Override
    public Creation undo(UUID job, JobOrder given, String fingerprint) {
        return after(job, given, fingerprint, JobKind.UNDO);
    }

    private Creation after(UUID parent, JobOrder given, String fingerprint, JobKind kind) {
        RestoreJob job = jobs.get(parent);
        if (job == null) {
            return new Creation.Unknown();
        }
        return job.state().isFinal()
                ? once(given, fingerprint, () -> store(given, kind, JobSource.JOB, parent, null))
                : new Creation.WrongState(job, "A job that is %s is not finished".formatted(job.state()));
    }

    private Creation once(JobOrder given, String fingerprint, java.util.function.Supplier<RestoreJob> making) {
        lastOrder = given;
        if (given.idempotencyKey() == null) {
            return new Creation.Created(making.get());
        }
        String key = given.actor() + "/" + given.idempotencyKey();
        Known known = keys.get(key);
        if (known == null) {
            RestoreJob job = making.get();
            keys.put(key, new Known(fingerprint, job.id()));
            return new Creation.Created(job);
        }
        return known.fingerprint().equals(fingerprint)
                ? new Creation.Repeated(jobs.get(known.job()))
                : new Creation.KeyReused();
    }

    private RestoreJob store(
            JobOrder given, JobKind kind, JobSource source, @Nullable UUID parent, @Nullable Selection selection) {
        RestoreJob job = new RestoreJob(
                UUID.randomUUID(),
                kind,
                JobState.PREPARING,
                source,
                parent,
                kind == JobKind.RESTORE ? parent : null,
                selection,
                given.options(),
                given.actor(),
                given.requestId(),
                NOW,
                null,
                null,
                null,
                null,
                new JobProgress(0, 0, 0, 0, Map.of(), null, null, 0, 0, null),
                null,
                null,
                1);
        jobs.put(job.id(), job);
        order.addFirst(job.id());
        return job;
    }

    static RestoreJob with(RestoreJob job, JobState state, JobProgress progress) {
        return with(job, state, state.isFinal() ? NOW : null, progress);
    }

    private static RestoreJob with(RestoreJob job, JobState state, @Nullable Instant finishedAt, JobProgress progress) {
        return new RestoreJob(
                job.id(),
                job.kind(),
                state,
                job.source(),
                job.parent(),
                job.retried(),
                job.selection(),
                job.options(),
                job.createdBy(),
                job.requestId(),
                job.createdAt(),
                job.confirmedBy(),
                job.confirmedAt(),
                job.startedAt(),
                finishedAt,
                progress,
                job.preview(),
                job.reason(),
                job.revision() + 1);
    }

    @Override
    public Optional<RestoreJob> find(UUID job) {
        looks.incrementAndGet();
        return Optional.ofNullable(jobs.get(job));
    }

    @Override
    public List<RestoreJob> list(@Nullable UUID before, int limit) {
        return order.stream()
                .skip(before == null ? 0 : order.indexOf(before) + 1)
                .limit(limit)
                .map(jobs::get)
                .toList();
    }

    @Override
    public List<JobItem> items(UUID job, @Nullable Outcome outcome, long after, int limit) {
        return items.getOrDefault(job, List.of()).stream()
                .filter(item -> item.position() > after)
                .filter(item -> outcome == null
                        || (item.outcome() != null && item.outcome().outcome() == outcome))
                .limit(limit)
                .toList();
    }

    /** Of a job without items: as many made-up ones as it has in all, and one that cannot be had where it has failed. */
    @Override
    public void eachItem(UUID job, Consumer<JobItem> visitor) {
        List<JobItem> known = items.getOrDefault(job, List.of());
        known.forEach(visitor);
        if (known.isEmpty()) {
            RestoreJob shown = jobs.get(job);
            LongStream.range(0, shown.progress().total())
                    .forEach(position -> visitor.accept(item(position, Outcome.RESTORED)));
            if (shown.state() == JobState.FAILED) {
                throw new IllegalStateException("the database is away");
            }
        }
    }

    @Override
    public Transition confirm(UUID job, String actor) {
        return transition(job, Set.of(JobState.AWAITING_CONFIRMATION), JobState.RUNNING);
    }

    @Override
    public Transition pause(UUID job, String actor) {
        return transition(job, Set.of(JobState.RUNNING), JobState.PAUSED);
    }

    @Override
    public Transition resume(UUID job, String actor) {
        return transition(job, Set.of(JobState.PAUSED), JobState.RUNNING);
    }

    @Override
    public Transition cancel(UUID job, String actor) {
        return transition(
                job,
                Set.of(JobState.PREPARING, JobState.AWAITING_CONFIRMATION, JobState.RUNNING, JobState.PAUSED),
                JobState.CANCELLED);
    }

    private Transition transition(UUID id, Set<JobState> from, JobState to) {
        RestoreJob job = jobs.get(id);
        if (job == null) {
            return new Transition.Unknown();
        }
        return from.contains(job.state()) ? new Transition.Done(move(id, to)) : new Transition.WrongState(job);
    }

    private final class Rows implements Upload {

        private final JobOrder given;

        private final JobSource source;

        private final List<JobRow> rows = new ArrayList<>();

        private Rows(JobOrder given, JobSource source) {
            this.given = given;
            this.source = source;
        }

        @Override
        public void add(JobRow row) {
            rowsTaken.incrementAndGet();
            if (!forgetful) {
                rows.add(row);
            }
        }

        @Override
        public Creation finish(String fingerprint) {
            List<JobRow.Malformed> bad = rows.stream()
                    .filter(JobRow.Malformed.class::isInstance)
                    .map(JobRow.Malformed.class::cast)
                    .toList();
            if (!bad.isEmpty() && !given.options().skipInvalid()) {
                return new Creation.Invalid(
                        bad.stream()
                                .limit(1_000)
                                .map(row -> new BadRow(row.line(), row.message()))
                                .toList(),
                        bad.size());
            }
            return once(given, fingerprint, () -> {
                RestoreJob job = store(given, JobKind.RESTORE, source, null, null);
                items.put(
                        job.id(),
                        IntStream.range(0, rows.size()).mapToObj(this::stored).toList());
                return job;
            });
        }

        private JobItem stored(int position) {
            JobRow row = rows.get(position);
            return switch (row) {
                case JobRow.Claimed claimed ->
                    new JobItem(
                            position,
                            row.line(),
                            claimed.identity().typeName().value(),
                            claimed.identity().qualifiedName().value(),
                            claimed.identity().guid().value(),
                            null,
                            null,
                            List.of(),
                            null,
                            null);
                case JobRow.Malformed wrong ->
                    new JobItem(
                            position,
                            row.line(),
                            wrong.typeName(),
                            wrong.qualifiedName(),
                            wrong.guid(),
                            null,
                            new Conclusion(Outcome.REFUSED, "INVALID_REQUEST", wrong.message()),
                            List.of(),
                            null,
                            NOW);
            };
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }
}
