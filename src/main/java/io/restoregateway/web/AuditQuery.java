package io.restoregateway.web;

import io.restoregateway.audit.AuditSelector;
import io.restoregateway.restore.Guid;
import io.restoregateway.web.problem.ProblemException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A look into the audit as it is carried out. */
record AuditQuery(AuditSelector selector, @Nullable Long last, int limit) {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * Checks all that a caller gave.
     *
     * @throws ProblemException when anything is malformed
     */
    static AuditQuery of(AuditRequest request) {
        QueryReader reader = new QueryReader();
        AuditSelector selector = new AuditSelector(
                reader.read("guid", request.guid(), Guid::new),
                reader.read("actor", request.actor(), QueryReader::text),
                reader.read("jobId", request.jobId(), AuditQuery::job),
                reader.read("after", request.after(), QueryReader::time),
                reader.read("before", request.before(), QueryReader::time));
        Long last = reader.read("cursor", request.cursor(), cursor -> position(cursor, selector));
        Integer limit = reader.read("limit", request.limit(), QueryReader::limit);
        reader.refuseEmptySpan("after", selector.after(), "before", selector.before());
        return reader.checked(new AuditQuery(selector, last, Objects.requireNonNullElse(limit, QueryReader.USUAL)));
    }

    /** A job's id is written as a guid is. */
    private static UUID job(String value) {
        return UUID.fromString(new Guid(value).value());
    }

    private static Long position(String cursor, AuditSelector selector) {
        return Long.valueOf(
                Cursor.read(cursor, selector, text -> ID.matcher(text).matches()));
    }
}
