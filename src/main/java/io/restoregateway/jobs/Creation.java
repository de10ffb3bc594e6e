package io.restoregateway.jobs;

import java.util.List;

/** What came of an order. */
public sealed interface Creation {

    /** A new job. */
    record Created(RestoreJob job) implements Creation {}

    /** The job that the same order, under the same key, made before. */
    record Repeated(RestoreJob job) implements Creation {}

    /** Another order was made under the same key; nothing was created. */
    record KeyReused() implements Creation {}

    /** The caller has as many open jobs as each may have; nothing was created. */
    record TooMany(int open) implements Creation {}

    /** The rows cannot be run as they are; nothing was created. */
    record Invalid(List<BadRow> rows, long total) implements Creation {}

    /** The job that it builds upon does not allow it now; nothing was created. */
    record WrongState(RestoreJob job, String detail) implements Creation {}

    /** There is no job that it could build upon. */
    record Unknown() implements Creation {}
}
