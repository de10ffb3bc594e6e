package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemResult.Again;
import io.restoregateway.jobs.ItemResult.Previewed;
import io.restoregateway.jobs.ItemResult.Settled;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what came of a batch: all of it, or after a crash nothing. */
final class Results {

    /** After so many strikes an item is tried no more. */
    static final int MOST_STRIKES = 60;

    private static final int LONGEST_MESSAGE = 2000;

    private final JdbcTemplate jdbc;

    private final TransactionTemplate transactions;

    private final JobTable jobs;

    private final Thresholds thresholds;

    private final Clock clock;

    Results(JdbcTemplate jdbc, TransactionTemplate transactions, JobTable jobs, Thresholds thresholds, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.jobs = jobs;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /**
     * Writes the results of a batch, and gives back what is to be tried again.
     *
     * @return those that are an item's outcome now; without those that another lane has taken over
     */
    List<Settled> record(JobWork job, UUID lease, List<ItemResult> results, JobTable.Effort effort) {
        return transactions.execute(status -> {
            jobs.worked(job.id(), effort);
            Ended ended = new Ended();
            for (ItemResult result : results) {
                switch (result) {
                    case Previewed previewed -> preview(job, lease, previewed, ended);
                    case Settled done -> settle(job, lease, done, ended);
                    case Again again -> again(job, lease, again, ended);
                }
            }
            jobs.previewed(job.id(), ended.previewed);
            count(job, ended.settled);
            thresholds.alarm(job, results);
            thresholds.check(job, ended.settled);
            return ended.settled;
        });
    }

    private void preview(JobWork job, UUID lease, Previewed previewed, Ended ended) {
        Conclusion verdict = previewed.verdict();
        boolean last = job.options().validateOnly();
        int rows = jdbc.update(
                "update restore_job_item set stage = ?, lease = null, strikes = 0, verdict = ?,"
                        + " verdict_code = ?, verdict_message = ?, outcome = ?, code = ?, message = ?, warnings = ?,"
                        + " connection = ?, updated_at = coalesce(updated_at, ?), at = ?"
                        + " where job_id = ? and position = ? and lease = ?",
                last ? 2 : 1,
                verdict.outcome().name(),
                verdict.code(),
                Columns.textOrNull(verdict.message(), LONGEST_MESSAGE),
                last ? verdict.outcome().name() : null,
                last ? verdict.code() : null,
                last ? Columns.textOrNull(verdict.message(), LONGEST_MESSAGE) : null,
                String.join(",", previewed.warnings()),
                Columns.textOrNull(previewed.connection(), 1000),
                Columns.millis(previewed.updatedAt()),
                last ? Columns.at(clock.instant()) : null,
                job.id(),
                previewed.row().position(),
                lease);
        ended.previewed += rows;
        if (rows > 0 && last) {
            ended.settled.add(new Settled(previewed.row(), verdict, previewed.warnings(), null, false));
        }
    }

    private void settle(JobWork job, UUID lease, Settled done, Ended ended) {
        int rows = jdbc.update(
                "update restore_job_item set stage = 2, lease = null, outcome = ?, code = ?, message = ?,"
                        + " warnings = ?, restored_at = ?, proven = ?, at = ?"
                        + " where job_id = ? and position = ? and lease = ?",
                done.outcome().outcome().name(),
                done.outcome().code(),
                Columns.textOrNull(done.outcome().message(), LONGEST_MESSAGE),
                String.join(",", done.warnings()),
                Columns.millis(done.restoredAt()),
                done.proven(),
                Columns.at(clock.instant()),
                job.id(),
                done.row().position(),
                lease);
        if (rows > 0) {
            ended.settled.add(done);
        }
    }

    /** What was none of its doing ends no item, however badly it went before. */
    private void again(JobWork job, UUID lease, Again again, Ended ended) {
        int strikes = again.row().strikes() + again.strikes();
        if (again.strikes() > 0 && strikes >= MOST_STRIKES) {
            if (job.phase() == Phase.PREVIEW) {
                preview(job, lease, new Previewed(again.row(), again.otherwise(), List.of(), null, null), ended);
            } else {
                settle(job, lease, Settled.as(again.row(), last(job, again)), ended);
            }
            return;
        }
        jdbc.update(
                "update restore_job_item set lease = null, strikes = ?"
                        + " where job_id = ? and position = ? and lease = ?",
                strikes,
                job.id(),
                again.row().position(),
                lease);
    }

    /** What was sent, and not heard of, is nothing that failed for certain. */
    private Conclusion last(JobWork job, Again again) {
        Boolean sent = jdbc.queryForObject(
                "select sent from restore_job_item where job_id = ? and position = ?",
                Boolean.class,
                job.id(),
                again.row().position());
        return Boolean.TRUE.equals(sent) && again.otherwise().outcome() != Outcome.UNCONFIRMED
                ? ItemResult.lost(again.otherwise())
                : again.otherwise();
    }

    private void count(JobWork job, List<Settled> settled) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        settled.forEach(done -> counts.merge(done.outcome().outcome(), 1L, Long::sum));
        counts.forEach((outcome, items) -> jobs.count(job.id(), outcome, items));
    }

    /** What of a batch is settled now, and how many verdicts it brought; without what another lane has taken over. */
    private static final class Ended {

        private final List<Settled> settled = new ArrayList<>();

        private int previewed;
    }
}
