package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads jobs as people see them. */
final class JobRecords {

    private static final String LISTED =
            "select j.*, cast(null as varchar) as preview from restore_job j where state <> 'UPLOADING' and ";

    private static final String SELECT = "select j.*, p.preview from restore_job j"
            + " left join restore_job_preview p on p.job_id = j.id where j.state <> 'UPLOADING' and ";

    private final JdbcClient jdbc;

    private final Clock clock;

    JobRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<RestoreJob> find(UUID id) {
        return jdbc.sql(SELECT + "j.id = :id")
                .param("id", id)
                .query((row, number) -> job(row, counts(List.of(id))))
                .optional();
    }

    RestoreJob get(UUID id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no job " + id));
    }

    List<RestoreJob> list(@Nullable UUID before, int limit) {
        Long last = before == null ? null : ordinal(before);
        List<UUID> ids = jdbc.sql("select id from restore_job where state <> 'UPLOADING' and ordinal < :last"
                        + " order by ordinal desc fetch first :limit rows only")
                .param("last", last == null ? Long.MAX_VALUE : last)
                .param("limit", limit)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<Outcome, Long>> counts = counts(ids);
        return jdbc.sql(LISTED + "id in (:ids) order by ordinal desc")
                .param("ids", ids)
                .query((row, number) -> job(row, counts))
                .list();
    }

    private long ordinal(UUID id) {
        return jdbc.sql("select ordinal from restore_job where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private Map<UUID, Map<Outcome, Long>> counts(List<UUID> ids) {
        Map<UUID, Map<Outcome, Long>> counts = new HashMap<>();
        jdbc.sql("select job_id, outcome, items from restore_job_count where job_id in (:ids) and items > 0")
                .param("ids", ids)
                .query(row -> {
                    counts.computeIfAbsent(row.getObject("job_id", UUID.class), job -> new EnumMap<>(Outcome.class))
                            .put(Outcome.valueOf(row.getString("outcome")), row.getLong("items"));
                });
        return counts;
    }

    private RestoreJob job(ResultSet row, Map<UUID, Map<Outcome, Long>> counts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String code = row.getString("reason_code");
        return new RestoreJob(
                id,
                JobKind.valueOf(row.getString("kind")),
                JobState.valueOf(row.getString("state")),
                JobSource.valueOf(row.getString("source")),
                Columns.uuid(row, "parent_id"),
                Json.read(row.getString("selection"), Selection.class),
                options(row),
                row.getString("created_by"),
                row.getString("request_id"),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                row.getString("confirmed_by"),
                Columns.instant(row, "confirmed_at"),
                Columns.instant(row, "started_at"),
                Columns.instant(row, "finished_at"),
                progress(row, counts.getOrDefault(id, Map.of())),
                Json.read(row.getString("preview"), Preview.class),
                code == null
                        ? null
                        : new RestoreJob.Reason(code, Objects.requireNonNullElse(row.getString("reason"), "")),
                row.getLong("revision"));
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
