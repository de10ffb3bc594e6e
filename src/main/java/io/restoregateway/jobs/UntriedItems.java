package io.restoregateway.jobs;

import io.restoregateway.audit.AuditTrail;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records in the audit what became of items that got their outcome without being tried, in the transaction in which they get it. */
final class UntriedItems {

    private static final int PORTION = 2_000;

    private final JdbcClient jdbc;

    private final AuditTrail audit;

    UntriedItems(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Those that a job refuses by itself. */
    void refused(JobWork job, List<Long> positions) {
        if (!job.options().validateOnly()) {
            record(job, positions);
        }
    }

    /** Those that a job ended before. Of a job that nobody let run, nothing was ever to be restored. */
    void left(JobWork job, List<Long> positions) {
        if (!job.options().validateOnly() && wasLetRun(job)) {
            record(job, positions);
        }
    }

    private boolean wasLetRun(JobWork job) {
        return !job.options().requireConfirmation()
                || jdbc.sql("select count(*) from restore_job where id = ? and confirmed_at is not null")
                                .param(job.id())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private void record(JobWork job, List<Long> positions) {
        for (int from = 0; from < positions.size(); from += PORTION) {
            audit.record(
                    Origins.of(job), entries(job, positions.subList(from, Math.min(positions.size(), from + PORTION))));
        }
    }

    private List<Journal.Entry> entries(JobWork job, List<Long> positions) {
        return jdbc.sql("select i.type_name, i.qualified_name, i.guid, i.outcome, i.code, i.message"
                        + " from unnest(cast(:positions as bigint array)) as asked(position)"
                        + " join restore_job_item i on i.job_id = :job and i.position = asked.position")
                .param("job", job.id())
                .param("positions", positions.toArray(Long[]::new))
                .query((row, number) -> entry(row))
                .list();
    }

    private static Journal.Entry entry(ResultSet row) throws SQLException {
        return Journal.Entry.of(
                ItemTable.identity(row),
                new Conclusion(
                        Outcome.valueOf(row.getString("outcome")), row.getString("code"), row.getString("message")));
    }
}
