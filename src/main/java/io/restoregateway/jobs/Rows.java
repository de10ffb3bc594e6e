package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.ParentsFirst;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows of a job into the database, many at a time. */
final class Rows {

    private static final int SETTLED = 2;

    private static final String INSERT = """
            insert into restore_job_item (job_id, position, line, type_name, qualified_name, guid, malformed_guid, rank,
                stage, updated_at, strikes, sent, outcome, code, message, proven, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false, ?, ?, ?, false, ?)""";

    private final JdbcTemplate jdbc;

    private final Clock clock;

    Rows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID job, List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows, rows.size(), (statement, row) -> fill(statement, job, row));
        }
    }

    private void fill(PreparedStatement statement, UUID job, Row row) throws SQLException {
        statement.setObject(1, job);
        statement.setLong(2, row.position());
        statement.setLong(3, row.content().line());
        switch (row.content()) {
            case JobRow.Claimed(var _, var asset) -> {
                statement.setString(4, asset.typeName().value());
                statement.setString(5, asset.qualifiedName().value());
                statement.setString(6, asset.guid().value());
                statement.setString(7, null);
            }
            case JobRow.Malformed bad -> {
                statement.setString(4, Columns.textOrNull(bad.typeName(), 500));
                statement.setString(5, Columns.textOrNull(bad.qualifiedName(), 20_000));
                statement.setString(6, null);
                statement.setString(7, Columns.textOrNull(bad.guid(), 500));
            }
        }
        statement.setInt(8, row.rank());
        statement.setObject(10, Columns.millis(row.updatedAt()), Types.BIGINT);
        Conclusion settled = row.settled();
        statement.setInt(9, settled == null ? row.stage() : SETTLED);
        statement.setString(11, settled == null ? null : settled.outcome().name());
        statement.setString(12, settled == null ? null : settled.code());
        statement.setString(13, settled == null ? null : Columns.textOrNull(settled.message(), 2000));
        statement.setObject(14, settled == null ? null : Columns.at(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /**
     * A row on its way into the database.
     *
     * @param position its place among the rows, from 0
     * @param rank items of a smaller one come before it
     * @param updatedAt as the asset was when it was selected, where that is known
     * @param stage 0 when it is to be previewed first, else 1
     * @param settled its outcome, where it has one already
     */
    record Row(
            long position,
            JobRow content,
            int rank,
            @Nullable Instant updatedAt,
            int stage,
            @Nullable Conclusion settled) {

        /** As given in a list or manifest; malformed rows have their outcome. */
        static Row given(long position, JobRow content, int stage) {
            return switch (content) {
                case JobRow.Claimed claimed -> selected(position, claimed, null, stage);
                case JobRow.Malformed bad ->
                    new Row(
                            position,
                            content,
                            0,
                            null,
                            stage,
                            new Conclusion(Outcome.REFUSED, "INVALID_REQUEST", bad.message()));
            };
        }

        /** Parents before children. */
        static Row selected(long position, JobRow.Claimed claim, @Nullable Instant updatedAt, int stage) {
            return new Row(position, claim, ParentsFirst.rank(claim.identity()), updatedAt, stage, null);
        }

        /** By what it is found. */
        Stream<ItemKey> keys() {
            return switch (content) {
                case JobRow.Claimed(var _, AssetIdentity asset) ->
                    Stream.of(ItemKey.guid(asset.guid(), position), ItemKey.name(asset, position));
                case JobRow.Malformed _ -> Stream.empty();
            };
        }
    }
}
