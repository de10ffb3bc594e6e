package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows which items of one job another takes over, and as what. */
final class Copies {

    private static final int PORTION = 2_000;

    private static final String CATEGORY = "AtlasGlossaryCategory";

    private static final String CHANGED = "CHANGED_SINCE_SELECTED";

    private static final Conclusion UNPROVEN = new Conclusion(
            Outcome.REFUSED,
            CHANGED,
            "It is not proven that the job restored it: Atlan's answer was lost, or somebody changed it meanwhile.");

    private static final String RESTORED = "outcome = 'RESTORED'";

    /** Asked for, and not active for all one knows; malformed rows would fail again. */
    private static final String FAILED = "outcome in ('NOT_ATTEMPTED', '"
            + Thresholds.FAILURES.stream().map(Outcome::name).collect(Collectors.joining("', '"))
            + "') and guid is not null and coalesce(code, '') <> 'INVALID_REQUEST'";

    /** What nothing proves to have been restored is left alone, however often it is tried. */
    private static final String FAILED_UNDO = FAILED + " and updated_at is not null";

    private final JdbcClient jdbc;

    Copies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether there is anything of that job for one of this kind. */
    boolean isAny(JobWork from, JobKind kind) {
        return jdbc.sql("select 1 from restore_job_item where job_id = ? and " + wanted(from, kind)
                        + " fetch first 1 rows only")
                .param(from.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * The next of them.
     *
     * @param after the position in the other job where the page before ended; -1 for the first
     * @param first the position of the first of these rows in its new job
     */
    Page page(JobWork from, JobWork to, long after, long first) {
        boolean undoes = from.kind() != to.kind();
        List<Rows.Row> rows = jdbc.sql(
                        "select * from restore_job_item where job_id = ? and position between ? and ? and "
                                + wanted(from, to.kind()) + " order by job_id, position")
                .params(from.id(), after + 1, after + PORTION)
                .query((row, number) -> undoes ? undone(row, first + number) : retried(row, first + number, from, to))
                .list();
        return new Page(rows, isMore(from.id(), after + PORTION) ? after + PORTION : null);
    }

    private static String wanted(JobWork from, JobKind kind) {
        if (from.kind() != kind) {
            return RESTORED;
        }
        return kind == JobKind.UNDO ? FAILED_UNDO : FAILED;
    }

    private boolean isMore(UUID job, long after) {
        return jdbc.sql("select 1 from restore_job_item where job_id = ? and position > ? fetch first 1 rows only")
                .params(job, after)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * What was refused because it had changed is taken as the preview finds it, where there is one; without one nobody would
     * have seen to what somebody else did to it on purpose, and it is refused again. An undo takes only what the job had left.
     */
    private static Rows.Row retried(ResultSet row, long position, JobWork from, JobWork to) throws SQLException {
        Instant seen = Columns.millis(row, "updated_at");
        Instant updatedAt = seen;
        if (to.kind() == JobKind.RESTORE && CHANGED.equals(row.getString("code"))) {
            updatedAt = to.options().isPreviewed() ? null : Objects.requireNonNullElse(seen, from.createdAt());
        }
        return new Rows.Row(
                position,
                claim(row),
                row.getInt("rank"),
                updatedAt,
                to.options().isPreviewed() ? 0 : 1,
                null);
    }

    /** Children first, and categories after the glossary with which they go; what is not proven is refused. */
    private static Rows.Row undone(ResultSet row, long position) throws SQLException {
        JobRow.Claimed claim = claim(row);
        int rank = claim.identity().typeName().is(CATEGORY) ? 1 : -row.getInt("rank");
        return row.getBoolean("proven")
                ? new Rows.Row(position, claim, rank, Columns.millis(row, "restored_at"), 0, null)
                : new Rows.Row(position, claim, rank, null, 0, UNPROVEN);
    }

    private static JobRow.Claimed claim(ResultSet row) throws SQLException {
        AssetIdentity identity = ItemTable.identity(row);
        return new JobRow.Claimed(row.getLong("line"), identity);
    }

    /**
     * Some of the items.
     *
     * @param next where to go on in the other job; null at its end
     */
    record Page(List<Rows.Row> rows, @Nullable Long next) {

        /** The positions of those that are refused without being tried. */
        List<Long> refused() {
            return rows.stream()
                    .filter(row -> row.settled() != null)
                    .map(Rows.Row::position)
                    .toList();
        }
    }
}
