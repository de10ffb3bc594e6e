package io.restoregateway.web;

import io.restoregateway.restore.QualifiedName;
import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query, and remembers what is wrong with them. */
final class QueryReader {

    /** How many to answer when the caller does not say. */
    static final int USUAL = 50;

    private static final int MOST = 100;

    private static final int LAST_YEAR = 9999;

    private static final String NO_TIME =
            "must be a time such as 2026-11-21T10:00:00Z (in a URL, a plus sign must be percent-encoded)";

    private final InputErrors errors = new InputErrors();

    /** Reads one parameter; null when it was not given, or is wrong. */
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

    void refuseEmptySpan(String from, @Nullable Instant after, String to, @Nullable Instant before) {
        if (after != null && before != null && !after.isBefore(before)) {
            errors.add(InputError.of(to, "must be later than " + from));
        }
    }

    /**
     * The query that was read.
     *
     * @throws ProblemException when anything was wrong
     */
    <T> T checked(T result) {
        if (errors.any()) {
            throw ProblemException.invalid(errors.list());
        }
        return result;
    }

    static String text(String value) {
        return new QualifiedName(value).value();
    }

    static Instant time(String value) {
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

    static Integer limit(String value) {
        if (value.matches("[1-9][0-9]{0,2}") && Integer.parseInt(value) <= MOST) {
            return Integer.valueOf(value);
        }
        throw new IllegalArgumentException("must be a number from 1 to " + MOST);
    }
}
