package io.restoregateway.web.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.web.Cursor;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.problem.ProblemException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of a job's items as it is asked for. */
record ItemsQuery(Conditions conditions, long after, int limit) {

    private static final int MOST = 1_000;

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    /** @throws ProblemException when anything is malformed */
    static ItemsQuery of(UUID job, ItemsRequest request) {
        QueryReader reader = new QueryReader();
        Conditions conditions = new Conditions(job, reader.read("outcome", request.outcome(), ItemsQuery::outcome));
        Long after = reader.read("cursor", request.cursor(), cursor -> position(cursor, conditions));
        Integer limit = reader.read("limit", request.limit(), text -> QueryReader.limit(text, MOST));
        return reader.checked(new ItemsQuery(
                conditions,
                Objects.requireNonNullElse(after, -1L),
                Objects.requireNonNullElse(limit, QueryReader.USUAL)));
    }

    private static Outcome outcome(String value) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(Outcome.values()).map(Outcome::name).collect(Collectors.joining(", "))));
    }

    private static Long position(String cursor, Conditions conditions) {
        return Long.valueOf(
                Cursor.read(cursor, conditions, text -> POSITION.matcher(text).matches()));
    }

    /** Which items are meant. */
    record Conditions(UUID job, @Nullable Outcome outcome) {}
}
