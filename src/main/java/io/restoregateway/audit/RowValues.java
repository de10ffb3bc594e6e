package io.restoregateway.audit;

import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** What goes into a row of the audit, by the names that its statements use. */
final class RowValues {

    private static final int LONGEST_MESSAGE = 2_000;

    private static final int LONGEST_REQUEST_ID = 200;

    private RowValues() {}

    /** The condition that a row is from the same job, or else from the same request. */
    static String sameOrigin(Origin origin) {
        return origin.jobId() == null
                ? "job_id is null and request_id = :request and actor = :actor and action = :action"
                : "job_id = :job and action = :action";
    }

    static MapSqlParameterSource of(Origin origin) {
        return new MapSqlParameterSource()
                .addValue("actor", origin.actor())
                .addValue("request", origin.requestId())
                .addValue("job", origin.jobId(), Types.OTHER)
                .addValue("action", origin.action().name());
    }

    static MapSqlParameterSource of(Origin origin, Instant now) {
        return of(origin).addValue("now", time(now));
    }

    static MapSqlParameterSource add(
            MapSqlParameterSource row, TypeName typeName, @Nullable QualifiedName qualifiedName, @Nullable Guid guid) {
        return row.addValue("type", typeName.value())
                .addValue("name", qualifiedName == null ? null : qualifiedName.value(), Types.VARCHAR)
                .addValue("guid", guid == null ? null : guid.value(), Types.VARCHAR);
    }

    static MapSqlParameterSource add(MapSqlParameterSource row, Conclusion conclusion) {
        return row.addValue("outcome", conclusion.outcome().name())
                .addValue("code", conclusion.code(), Types.VARCHAR)
                .addValue("message", storable(conclusion.message(), LONGEST_MESSAGE), Types.VARCHAR);
    }

    static MapSqlParameterSource addAtlanRequestId(MapSqlParameterSource row, @Nullable String id) {
        return row.addValue("atlan", storable(id, LONGEST_REQUEST_ID), Types.VARCHAR);
    }

    /** PostgreSQL's driver takes no {@link Instant}. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String storable(@Nullable String text, int longest) {
        return text == null ? null : StorableText.of(text, longest);
    }
}
