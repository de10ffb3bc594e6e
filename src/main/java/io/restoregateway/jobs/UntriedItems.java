package io.restoregateway.jobs;

import io.restoregateway.audit.AuditTrail;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
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
        return jdbc.sql("select type_name, qualified_name, guid, outcome, code, message from restore_job_item"
                        + " where job_id = :job and position in (:positions) order by position")
                .param("job", job.id())
                .param("positions", positions)
                .query((row, number) -> entry(row))
                .list();
    }

    private static Journal.Entry entry(ResultSet row) throws SQLException {
        return Journal.Entry.of(
                new AssetIdentity(
                        new TypeName(row.getString("type_name")),
                        new QualifiedName(row.getString("qualified_name")),
                        new Guid(row.getString("guid"))),
                new Conclusion(
                        Outcome.valueOf(row.getString("outcome")), row.getString("code"), row.getString("message")));
    }
}
