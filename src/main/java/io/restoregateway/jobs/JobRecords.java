package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads jobs as people see them. */
final class JobRecords {

    /** A job and its counts are one statement's, so that they go together. */
    private static final String COUNTS = Arrays.stream(Outcome.values())
            .map(outcome -> ", (select c.items from restore_job_count c where c.job_id = j.id and c.outcome = '"
                    + outcome.name() + "') as " + column(outcome))
            .collect(Collectors.joining());

    private static final String LISTED = "select j.*, cast(null as varchar) as preview" + COUNTS
            + " from restore_job j where j.state not in " + JobTable.HIDDEN
            + " and ";

    private static final String SELECT = "select j.*, p.preview" + COUNTS + " from restore_job j"
            + " left join restore_job_preview p on p.job_id = j.id where j.state not in " + JobTable.HIDDEN
            + " and ";

    private final JdbcClient jdbc;

    private final Clock clock;

    JobRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<RestoreJob> find(UUID id) {
        return jdbc.sql(SELECT + "j.id = :id")
                .param("id", id)
                .query((row, number) -> job(row))
                .optional();
    }

    RestoreJob get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no job " + id));
    }

    List<RestoreJob> list(@Nullable UUID before, int limit) {
        Long last = before == null ? null : ordinal(before);
        return jdbc.sql(LISTED + "j.ordinal < :last order by j.ordinal desc fetch first :limit rows only")
                .param("last", last == null ? Long.MAX_VALUE : last)
                .param("limit", limit)
                .query((row, number) -> job(row))
                .list();
    }

    private long ordinal(UUID id) {
        return jdbc.sql("select ordinal from restore_job where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static String column(Outcome outcome) {
        return "items_" + outcome.name().toLowerCase(Locale.ROOT);
    }

    private static Map<Outcome, Long> counts(ResultSet row) throws SQLException {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            long items = row.getLong(column(outcome));
            if (items > 0) {
                counts.put(outcome, items);
            }
        }
        return counts;
    }

    private RestoreJob job(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        return new RestoreJob(
                row.getObject("id", UUID.class),
                JobKind.valueOf(row.getString("kind")),
                JobState.valueOf(row.getString("state")),
                JobSource.valueOf(row.getString("source")),
                Columns.uuid(row, "parent_id"),
                retried(row),
                Json.read(row.getString("selection"), Selection.class),
                options(row),
                row.getString("created_by"),
                row.getString("request_id"),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                row.getString("confirmed_by"),
                Columns.instant(row, "confirmed_at"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"),
                progress(row, counts(row)),
                Json.read(row.getString("preview"), Preview.class),
                code == null
                        ? null
                        : new RestoreJob.Reason(code, Objects.requireNonNullElse(row.getString("reason"), "")),
                row.getLong("revision"));
    }

    private static @Nullable UUID retried(ResultSet row) throws SQLException {
        UUID from = Columns.uuid(row, "copies_from");
        boolean takenBack = JobKind.UNDO.name().equals(row.getString("kind"))
                && Objects.equals(from, Columns.uuid(row, "parent_id"));
        return takenBack ? null : from;
    }

    static JobOptions options(ResultSet row) throws SQLException {
        double rate = row.getDouble("max_failure_rate");
        boolean anyRate = row.wasNull();
        return new JobOptions(
                row.getString("name"),
                row.getBoolean("require_confirmation"),
                row.getBoolean("validate_only"),
                row.getBoolean("include_terms"),
                row.getBoolean("skip_invalid"),
                Columns.number(row, "max_failures"),
                anyRate ? null : rate);
    }

    private JobProgress progress(ResultSet row, Map<Outcome, Long> outcomes) throws SQLException {
        long total = row.getLong("items");
        long duplicates = row.getLong("duplicates");
        long done = outcomes.values().stream().mapToLong(Long::longValue).sum();
        Double pace = pace(row, done);
        long remaining = Math.max(0, total - duplicates - done);
        return new JobProgress(
                total,
                duplicates,
                row.getLong("invalid"),
                row.getLong("previewed"),
                outcomes,
                pace,
                pace == null || pace <= 0
                        ? null
                        : clock.instant().plusMillis((long) (Math.min(remaining / pace, 1e9) * 1000)),
                row.getLong("preview_calls"),
                row.getLong("calls"),
                row.getString("waiting_for"));
    }

    private @Nullable Double pace(ResultSet row, long done) throws SQLException {
        Instant since = Columns.instant(row, "pace_since");
        if (since == null || !JobState.RUNNING.name().equals(row.getString("state"))) {
            return null;
        }
        long millis = Duration.between(since, clock.instant()).toMillis();
        long items = done - row.getLong("pace_from");
        return millis <= 0 || items <= 0 ? null : items * 1000.0 / millis;
    }
}
