package io.restoregateway.audit;

import io.restoregateway.restore.Conclusion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The events in the gateway's database. */
@Component
final class StoredAuditEvents implements AuditEvents {

    private static final String SELECT = """
            select id, asked_at, actor, request_id, job_id, action, type_name, qualified_name, guid,
                outcome, code, message, atlan_request_id, completed_at
            from audit_event where\s""";

    private final NamedParameterJdbcTemplate jdbc;

    StoredAuditEvents(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AuditEvent> find(AuditSelector selector, @Nullable Long last, int limit) {
        Conditions conditions = new Conditions();
        conditions.add("id < :last", "last", last);
        conditions.add(
                "guid = :guid",
                "guid",
                selector.guid() == null ? null : selector.guid().value());
        conditions.add("actor = :actor", "actor", selector.actor());
        conditions.add("job_id = :job", "job", selector.jobId());
        conditions.add(
                "asked_at >= :after", "after", selector.after() == null ? null : RowValues.time(selector.after()));
        conditions.add(
                "asked_at < :before", "before", selector.before() == null ? null : RowValues.time(selector.before()));
        conditions.values.addValue("limit", limit);
        return jdbc.query(
                SELECT + String.join(" and ", conditions.texts) + " order by id desc limit :limit",
                conditions.values,
                (row, _) -> event(row));
    }

    private static AuditEvent event(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new AuditEvent(
                row.getLong("id"),
                Objects.requireNonNull(time(row, "asked_at")),
                new Origin(
                        row.getString("actor"),
                        row.getString("request_id"),
                        row.getObject("job_id", UUID.class),
                        Action.valueOf(row.getString("action"))),
                new AuditEvent.Subject(
                        row.getString("type_name"), row.getString("qualified_name"), row.getString("guid")),
                outcome == null
                        ? null
                        : new Conclusion(
                                Conclusion.Outcome.valueOf(outcome), row.getString("code"), row.getString("message")),
                time(row, "completed_at"),
                row.getString("atlan_request_id"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The conditions that were given. */
    private static final class Conditions {

        private final List<String> texts = new ArrayList<>(List.of("true"));

        private final MapSqlParameterSource values = new MapSqlParameterSource();

        void add(String text, String name, @Nullable Object value) {
            if (value != null) {
                texts.add(text);
                values.addValue(name, value);
            }
        }
    }
}
