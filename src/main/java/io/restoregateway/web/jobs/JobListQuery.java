package io.restoregateway.web.jobs;

import io.restoregateway.web.Cursor;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.problem.ProblemException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of jobs as it is asked for. */
record JobListQuery(@Nullable UUID before, int limit) {

    /** There is only one list of jobs. */
    static final Conditions ALL = new Conditions("restore-jobs");

    private static final int MOST = 100;

    /** @throws ProblemException when anything is malformed */
    static JobListQuery of(JobListRequest request) {
        QueryReader reader = new QueryReader();
        UUID before = reader.read(
                "cursor", request.cursor(), cursor -> UUID.fromString(Cursor.read(cursor, ALL, JobId::isWellFormed)));
        Integer limit = reader.read("limit", request.limit(), text -> QueryReader.limit(text, MOST));
        return reader.checked(new JobListQuery(before, Objects.requireNonNullElse(limit, QueryReader.USUAL)));
    }

    /** What tells a cursor of this list from one of another. */
    record Conditions(String list) {}
}
