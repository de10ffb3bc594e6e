package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads items as people see them. */
final class ItemRecords {

    private static final int PORTION = 1_000;

    private static final String SELECT = """
            select i.*, coalesce(o.outcome, i.outcome) as last_outcome, coalesce(o.code, i.code) as last_code,
                coalesce(o.message, i.message) as last_message, coalesce(o.warnings, i.warnings) as last_warnings,
                coalesce(o.at, i.at) as last_at
            from restore_job_item i
            left join restore_job_item o on o.job_id = i.job_id and o.position = i.duplicate_of
            where i.job_id = :job and i.position > :after""";

    private final JdbcClient jdbc;

    ItemRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<JobItem> list(UUID job, @Nullable Outcome outcome, long after, int limit) {
        return jdbc.sql(SELECT + (outcome == null ? "" : " and coalesce(o.outcome, i.outcome) = :outcome")
                        + " order by i.job_id, i.position fetch first :limit rows only")
                .param("job", job)
                .param("after", after)
                .param("limit", limit)
                .param("outcome", outcome == null ? null : outcome.name())
                .query((row, number) -> item(row))
                .list();
    }

    void each(UUID job, Consumer<JobItem> visitor) {
        long after = -1;
        for (List<JobItem> portion = list(job, null, after, PORTION);
                !portion.isEmpty();
                portion = list(job, null, after, PORTION)) {
            portion.forEach(visitor);
            after = portion.getLast().position();
        }
    }

    private static JobItem item(ResultSet row) throws SQLException {
        String warnings = row.getString("last_warnings");
        return new JobItem(
                row.getLong("position"),
                row.getLong("line"),
                row.getString("type_name"),
                row.getString("qualified_name"),
                row.getString("guid") == null ? row.getString("malformed_guid") : row.getString("guid"),
                conclusion(row.getString("verdict"), row.getString("verdict_code"), row.getString("verdict_message")),
                conclusion(row.getString("last_outcome"), row.getString("last_code"), row.getString("last_message")),
                warnings == null || warnings.isEmpty() ? List.of() : List.of(warnings.split(",", -1)),
                Columns.number(row, "duplicate_of"),
                Columns.instant(row, "last_at"));
    }

    private static @Nullable Conclusion conclusion(
            @Nullable String outcome, @Nullable String code, @Nullable String message) {
        return outcome == null ? null : new Conclusion(Outcome.valueOf(outcome), code, message);
    }
}
