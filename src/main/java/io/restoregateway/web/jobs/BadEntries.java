package io.restoregateway.web.jobs;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.util.List;

/** Tells which of many entries are malformed: the first thousand problems, and how many there are in all. */
final class BadEntries {

    private static final int MOST_TOLD = 1_000;

    private BadEntries() {}

    /**
     * Refuses the whole.
     *
     * @param what is counted, such as a line
     * @param total how many there are in all, of which the errors may be the first
     */
    static ProblemException problem(String what, List<InputError> errors, long total) {
        List<InputError> told = errors.stream().limit(MOST_TOLD).toList();
        InputError first = told.getFirst();
        String place = first.pointer() == null || first.pointer().isEmpty() ? "" : first.pointer() + ": ";
        String detail = total == 1
                ? "One %s is malformed; nothing was created. %s%s".formatted(what, place, first.message())
                : "%,d %ss are malformed%s; nothing was created. The first: %s%s"
                        .formatted(
                                total,
                                what,
                                total > told.size() ? " (errors tells %,d of them)".formatted(told.size()) : "",
                                place,
                                first.message());
        return new ProblemException(
                Problem.of(ProblemType.INVALID_REQUEST, detail).errors(told));
    }
}
