package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.ParentsFirst;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows of a job into the database, many at a time. */
final class Rows {

    private static final String INSERT = """
            insert into restore_job_item (job_id, position, line, type_name, qualified_name, guid, malformed_guid,
                name_key, rank,
                stage, updated_at, strikes, sent, outcome, code, message, proven, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false, ?, ?, ?, false, ?)""";

    private final JdbcTemplate jdbc;

    private final Clock clock;

    Rows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID job, List<Row> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows, rows.size(), (statement, row) -> {
                statement.setObject(1, job);
                statement.setLong(2, row.position());
                statement.setLong(3, row.content().line());
                statement.setInt(10, row.content() instanceof JobRow.Malformed ? 2 : row.stage());
                fill(statement, row);
            });
        }
    }

    private void fill(PreparedStatement statement, Row row) throws SQLException {
        switch (row.content()) {
            case JobRow.Claimed claimed -> {
                AssetIdentity asset = claimed.identity();
                statement.setString(4, asset.typeName().value());
                statement.setString(5, asset.qualifiedName().value());
                statement.setString(6, asset.guid().value());
                statement.setString(7, null);
                statement.setLong(8, nameKey(asset));
                statement.setInt(9, ParentsFirst.rank(asset));
                statement.setObject(11, Columns.millis(row.updatedAt()), Types.BIGINT);
                statement.setString(12, null);
                statement.setString(13, null);
                statement.setString(14, null);
                statement.setObject(15, null, Types.TIMESTAMP_WITH_TIMEZONE);
            }
            case JobRow.Malformed bad -> {
                statement.setString(4, Columns.textOrNull(bad.typeName(), 500));
                statement.setString(5, Columns.textOrNull(bad.qualifiedName(), 20_000));
                statement.setString(6, null);
                statement.setString(7, Columns.textOrNull(bad.guid(), 500));
                statement.setNull(8, Types.BIGINT);
                statement.setInt(9, 0);
                statement.setNull(11, Types.BIGINT);
                statement.setString(12, Outcome.REFUSED.name());
                statement.setString(13, "INVALID_REQUEST");
                statement.setString(14, Columns.text(bad.message(), 2000));
                statement.setObject(15, Columns.at(clock.instant()));
            }
        }
    }

    static long nameKey(AssetIdentity asset) {
        return nameKey(asset.typeName(), asset.qualifiedName());
    }

    /** Equal for the same type and qualifiedName, and hardly ever for others. */
    static long nameKey(TypeName typeName, QualifiedName qualifiedName) {
        try {
            byte[] name = (typeName + "\0" + qualifiedName).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A row on its way into the database.
     *
     * @param position its place among the rows, from 0
     * @param updatedAt as the asset was when it was selected, where that is known
     * @param stage 0 when it is to be previewed first, else 1; a malformed row has its outcome
     */
    record Row(long position, JobRow content, @Nullable Instant updatedAt, int stage) {}
}
