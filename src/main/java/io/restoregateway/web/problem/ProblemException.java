package io.restoregateway.web.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem.Builder problem;

    private final transient @Nullable Duration retryAfter;

    public ProblemException(Problem.Builder problem, @Nullable Duration retryAfter) {
        super(problem.build().detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public ProblemException(Problem.Builder problem) {
        this(problem, null);
    }

    /** A request that is malformed in these ways. */
    public static ProblemException invalid(List<InputError> errors) {
        return new ProblemException(
                Problem.of(ProblemType.INVALID_REQUEST, summary(errors)).errors(errors));
    }

    /** The problem, to be completed with the request's own data. */
    public Problem.Builder problem() {
        return problem;
    }

    /** How long to wait before asking again, where that helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    private static String summary(List<InputError> errors) {
        InputError first = errors.getFirst();
        String place = first.parameter() != null
                ? "parameter " + first.parameter() + ": "
                : first.pointer() == null || first.pointer().isEmpty() ? "the request: " : first.pointer() + ": ";
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more, see errors)";
        return place + first.message() + more;
    }
}
