package io.restoregateway.web;

import io.restoregateway.restore.QualifiedName;
import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query, or the like in a body, and remembers what is wrong with them. */
public final class QueryReader {

    /** How many to answer when the caller does not say. */
    public static final int USUAL = 50;

    private static final int MOST = 100;

    private static final int LAST_YEAR = 9999;

    private static final String NO_TIME =
            "must be a time such as 2026-11-21T10:00:00Z (in a URL, a plus sign must be percent-encoded)";

    private final InputErrors errors = new InputErrors();

    private final BiFunction<String, String, InputError> place;

    private QueryReader(BiFunction<String, String, InputError> place) {
        this.place = place;
    }

    /** A reader of query parameters. */
    public QueryReader() {
        this(InputError::of);
    }

    /** A reader of the properties of a JSON object. */
    public static QueryReader ofObjectAt(String pointer) {
        return new QueryReader((name, message) -> InputError.at(pointer + "/" + name, message));
    }

    /** Reads one parameter; null when it was not given, or is wrong. */
    public <T> @Nullable T read(String name, @Nullable String value, Function<String, T> reading) {
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            refuse(name, "is empty: leave it out when it is no condition");
            return null;
        }
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException malformed) {
            refuse(name, Objects.requireNonNull(malformed.getMessage()));
            return null;
        }
    }

    void refuseEmptySpan(String from, @Nullable Instant after, String to, @Nullable Instant before) {
        if (after != null && before != null && !after.isBefore(before)) {
            refuse(to, "must be later than " + from);
        }
    }

    /** Remembers that something is wrong. */
    public void refuse(String name, String message) {
        errors.add(place.apply(name, message));
    }

    /** What is wrong. */
    public List<InputError> errors() {
        return errors.list();
    }

    /**
     * The query that was read.
     *
     * @throws ProblemException when anything was wrong
     */
    public <T> T checked(T result) {
        if (errors.any()) {
            throw ProblemException.invalid(errors.list());
        }
        return result;
    }

    /** The text, when Atlan can have stored it. */
    public static String text(String value) {
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
        return limit(value, MOST);
    }

    /** How many a page may have at most. */
    public static Integer limit(String value, int most) {
        if (value.matches("[1-9][0-9]{0,3}") && Integer.parseInt(value) <= most) {
            return Integer.valueOf(value);
        }
        throw new IllegalArgumentException("must be a number from 1 to %,d".formatted(most));
    }
}
