package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the occupancy; all but reading needs a transaction that locked the gate. */
final class OccupancyTable {

    /** Rows of the past do no harm, but take time to read. */
    private static final int MANY = 20;

    private final JdbcClient jdbc;

    private final CallLimits limits;

    private final @Nullable InstantSource clock;

    private final String load;

    /** @param clock the time to go by where the database serves this process alone; null for PostgreSQL's own time */
    OccupancyTable(JdbcClient jdbc, CallLimits limits, @Nullable InstantSource clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
        this.load = """
                select %s as now, g.closed_until, g.status, g.error_code, g.error_message, g.entity_guid, g.request_id,
                       h.id, h.kind, h.state, h.calls, h.turn, h.free_at
                from call_gate g left join call_holding h on 1 = 1
                where g.id = 1
                """.formatted(clock == null ? "clock_timestamp()" : "current_timestamp");
    }

    /** Waits until nobody else changes the occupancy. */
    void lock() {
        jdbc.sql("select id from call_gate where id = 1 for update")
                .query(Integer.class)
                .single();
    }

    Occupancy load() {
        // The time is read after the lock was had, by a statement of its own: while waiting for the lock, time passes.
        List<Row> rows = jdbc.sql(load).query((row, _) -> Row.of(row)).list();
        Instant now = clock == null ? rows.getFirst().now() : clock.instant();
        List<Holding> holdings =
                rows.stream().map(Row::holding).filter(Objects::nonNull).toList();
        return new Occupancy(limits, now, rows.getFirst().closure(), holdings);
    }

    void save(Occupancy occupancy) {
        OccupancyChanges changes = occupancy.changes();
        changes.deletes()
                .forEach(id -> jdbc.sql("delete from call_holding where id = ?")
                        .param(id)
                        .update());
        changes.updates()
                .forEach(holding -> write(
                        holding,
                        "update call_holding set kind = ?, state = ?, calls = ?, turn = ?, free_at = ? where id = ?"));
        changes.inserts()
                .forEach(holding -> write(
                        holding,
                        "insert into call_holding (kind, state, calls, turn, free_at, id) values (?, ?, ?, ?, ?, ?)"));
        if (changes.past() >= MANY) {
            jdbc.sql("delete from call_holding where free_at <= ?")
                    .param(time(occupancy.now()))
                    .update();
        }
        Closure closure = changes.closure();
        if (closure != null) {
            close(closure);
        }
    }

    private void write(Holding holding, String sql) {
        jdbc.sql(sql)
                .params(
                        holding.kind().name(),
                        holding.state().name(),
                        holding.calls(),
                        holding.turn(),
                        time(holding.freeAt()),
                        holding.id())
                .update();
    }

    private void close(Closure closure) {
        UpstreamError word = closure.word();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(time(closure.until()));
        values.add(word.status());
        values.add(storable(word.errorCode(), 200));
        values.add(storable(word.errorMessage(), 1_000));
        values.add(storable(word.entityGuid(), 200));
        values.add(storable(word.requestId(), 200));
        jdbc.sql("""
                update call_gate
                set closed_until = ?, status = ?, error_code = ?, error_message = ?, entity_guid = ?, request_id = ?
                where id = 1
                """).params(values).update();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Without what PostgreSQL cannot store: NUL and half a surrogate pair. */
    private static @Nullable String storable(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        String part = text.substring(0, Math.min(text.length(), most)).replace('\0', '?');
        return new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The gate, and one holding if there is any. */
    private record Row(
            Instant now,
            @Nullable Closure closure,
            @Nullable Holding holding) {

        private static Row of(ResultSet row) throws SQLException {
            OffsetDateTime until = row.getObject("closed_until", OffsetDateTime.class);
            UUID id = row.getObject("id", UUID.class);
            return new Row(
                    row.getObject("now", OffsetDateTime.class).toInstant(),
                    until == null ? null : new Closure(until.toInstant(), word(row)),
                    id == null ? null : holding(row, id));
        }

        private static UpstreamError word(ResultSet row) throws SQLException {
            return new UpstreamError(
                    row.getInt("status"),
                    row.getString("error_code"),
                    row.getString("error_message"),
                    row.getString("entity_guid"),
                    row.getString("request_id"));
        }

        private static Holding holding(ResultSet row, UUID id) throws SQLException {
            return new Holding(
                    id,
                    CallKind.valueOf(row.getString("kind")),
                    Holding.State.valueOf(row.getString("state")),
                    row.getInt("calls"),
                    row.getLong("turn"),
                    row.getObject("free_at", OffsetDateTime.class).toInstant());
        }
    }
}
