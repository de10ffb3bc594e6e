package io.restoregateway.web;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A search as the archive takes it. */
record FindQuery(ArchiveSelector selector, @Nullable Guid after, int limit) {

    private static final int MOST = 100;

    private static final int USUAL = 50;

    private static final int LAST_YEAR = 9999;

    private static final String NO_TIME =
            "must be a time such as 2026-11-21T10:00:00Z (in a URL, a plus sign must be percent-encoded)";

    /**
     * Checks all that a caller gave.
     *
     * @throws ProblemException when anything is malformed
     */
    static FindQuery of(FindRequest request) {
        Reader reader = new Reader(new InputErrors());
        ArchiveSelector selector = new ArchiveSelector(
                reader.read("typeName", request.typeName(), TypeName::new),
                reader.read("qualifiedNamePrefix", request.qualifiedNamePrefix(), QualifiedName::new),
                reader.read("connectionQualifiedName", request.connectionQualifiedName(), QualifiedName::new),
                reader.read("name", request.name(), FindQuery::text),
                reader.read("archivedBy", request.archivedBy(), FindQuery::text),
                reader.read("archivedAfter", request.archivedAfter(), FindQuery::time),
                reader.read("archivedBefore", request.archivedBefore(), FindQuery::time));
        Guid after = reader.read("cursor", request.cursor(), cursor -> Cursor.read(cursor, selector));
        Integer limit = reader.read("limit", request.limit(), FindQuery::limit);
        reader.refuseEmptySpan(selector);
        return reader.checked(new FindQuery(selector, after, Objects.requireNonNullElse(limit, USUAL)));
    }

    private static String text(String value) {
        return new QualifiedName(value).value();
    }

    private static Instant time(String value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            // RFC 3339 has years of four digits; others may lie beyond what can be counted in milliseconds.
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(NO_TIME, malformed);
        }
        throw new IllegalArgumentException(NO_TIME);
    }

    private static Integer limit(String value) {
        if (value.matches("[1-9][0-9]{0,2}") && Integer.parseInt(value) <= MOST) {
            return Integer.valueOf(value);
        }
        throw new IllegalArgumentException("must be a number from 1 to " + MOST);
    }

    /** Reads parameters and remembers what is wrong with them. */
    private record Reader(InputErrors errors) {

        <T> @Nullable T read(String name, @Nullable String value, Function<String, T> reading) {
            if (value == null) {
                return null;
            }
            if (value.isEmpty()) {
                errors.add(InputError.of(name, "is empty: leave it out when it is no condition"));
                return null;
            }
            try {
                return reading.apply(value);
            } catch (IllegalArgumentException malformed) {
                errors.add(InputError.of(name, Objects.requireNonNull(malformed.getMessage())));
                return null;
            }
        }

        void refuseEmptySpan(ArchiveSelector selector) {
            Instant after = selector.archivedAfter();
            Instant before = selector.archivedBefore();
            if (after != null && before != null && !after.isBefore(before)) {
                errors.add(InputError.of("archivedBefore", "must be later than archivedAfter"));
            }
        }

        <T> T checked(T result) {
            if (errors.any()) {
                throw ProblemException.invalid(errors.list());
            }
            return result;
        }
    }
}
