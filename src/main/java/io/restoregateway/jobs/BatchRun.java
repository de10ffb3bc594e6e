package io.restoregateway.jobs;

import io.restoregateway.audit.AuditTrail;
import io.restoregateway.jobs.ItemResult.Settled;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.Mandate;
import io.restoregateway.restore.Tenant;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a batch of a job, has it worked on, and writes down what came of it. */
final class BatchRun {

    private static final int LARGEST = 100;

    /** What it counts for an item when all of its batch failed: twenty times, and it is tried no more. */
    private static final int STRIKES_IF_ALL_FAIL = Results.MOST_STRIKES / 20;

    private static final Conclusion WORN_OUT = new Conclusion(
            Outcome.FAILED, "INTERNAL_ERROR", "The gateway was stopped again and again while it worked on it.");

    private final Tenant tenant;

    private final Map<JobKind, Worker> workers;

    private final Tables tables;

    private final AuditTrail audit;

    private final Clock clock;

    BatchRun(Tenant tenant, Map<JobKind, Worker> workers, Tables tables, AuditTrail audit, Clock clock) {
        this.tenant = tenant;
        this.workers = workers;
        this.tables = tables;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes so many items that Atlan can write them in two calls; what it cannot, it can hardly read together. */
    Batch take(LaneId lane, JobWork job, UUID lease) {
        boolean previews = job.phase() == Phase.PREVIEW;
        return tables.leases().take(lane, previews ? 0 : 1, lease, Math.min(LARGEST, 2 * job.perWrite()));
    }

    /**
     * Works on a batch.
     *
     * @return what keeps the job from going on for a while; null when nothing does
     */
    @Nullable
    CatalogException run(JobWork job, Batch.Taken batch) {
        boolean previews = job.phase() == Phase.PREVIEW;
        MeteredTenant metered = new MeteredTenant(tenant, clock);
        Attempt attempt = new Attempt();
        boolean gotOn;
        try {
            Departures departures = Departures.before(batch.rows());
            LaneJournal journal = new LaneJournal(job.id(), batch, tables, audit.journal(Origins.of(job)), departures);
            Mandate mandate = new Mandate(journal, new JobCompanions(tables.jdbc(), job.id()), job.perWrite());
            List<ItemRow> rows = bearable(batch.rows(), attempt);
            if (!rows.isEmpty()) {
                worker(job).work(new Errand(job, metered, mandate, departures, previews), rows, attempt);
            }
            if (!attempt.wentWell() && batch.rows().size() > 1) {
                attempt.blameNoItem(STRIKES_IF_ALL_FAIL);
            }
            List<Settled> settled = record(job, batch, attempt, metered);
            gotOn = attempt.wentWell() || !settled.isEmpty();
        } finally {
            tables.leases().giveBack(job.id(), batch);
        }
        return attempt.trouble() == null && !gotOn
                ? new CatalogException(Trouble.ERROR, attempt.obstacle(), null, null)
                : attempt.trouble();
    }

    /** Without those that were in hand whenever a gateway went down: the next one is to live. */
    private static List<ItemRow> bearable(List<ItemRow> rows, Attempt attempt) {
        rows.stream()
                .filter(row -> row.strikes() >= Results.MOST_STRIKES)
                .forEach(row -> attempt.add(new ItemResult.Again(row, 1, WORN_OUT)));
        return rows.stream().filter(row -> row.strikes() < Results.MOST_STRIKES).toList();
    }

    /** In one transaction with the audit, so that a crash leaves no item that has its outcome and no event. */
    private List<Settled> record(JobWork job, Batch.Taken batch, Attempt attempt, MeteredTenant metered) {
        boolean previews = job.phase() == Phase.PREVIEW;
        int calls = metered.calls();
        JobTable.Effort effort = new JobTable.Effort(
                previews ? 0 : calls, previews ? calls : 0, attempt.wentWell(), metered.pace(attempt.isInterrupted()));
        return tables.transactions().execute(status -> {
            List<Settled> settled = tables.results().record(job, batch.lease(), attempt.results(), effort);
            if (!previews) {
                audit.record(
                        Origins.of(job),
                        settled.stream()
                                .map(done -> Journal.Entry.of(done.row().identity(), done.outcome()))
                                .toList());
            }
            return settled;
        });
    }

    private Worker worker(JobWork job) {
        return new Splitting(Objects.requireNonNull(workers.get(job.kind())));
    }
}
