package io.restoregateway.web;

import io.restoregateway.web.problem.AssetLine;
import io.restoregateway.web.problem.CatalogProblems;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One asset's outcome in the words of the API: with the asset as it is now, or with a problem. */
record Told(
        Outcome outcome,
        @Nullable AssetState asset,
        Problem.@Nullable Builder problem,
        List<AssetLine> alsoRestored,
        List<WarningLine> warnings) {

    static Told well(Outcome outcome, AssetState asset, List<AssetLine> alsoRestored, List<WarningLine> warnings) {
        return new Told(outcome, asset, null, alsoRestored, warnings);
    }

    static Told problem(Outcome outcome, Problem.Builder problem) {
        return new Told(outcome, null, problem, List.of(), List.of());
    }

    /** Whether it is active now or refused for good, so that nothing is left to do. */
    boolean isSettled() {
        return switch (outcome) {
            case RESTORED, ALREADY_ACTIVE, NOT_FOUND, REFUSED -> true;
            case FAILED -> !isOf(ProblemType.UNEXPECTED_CHANGE) && !isOf(ProblemType.UPSTREAM_UNAUTHENTICATED);
            case WOULD_RESTORE, UNCONFIRMED, NOT_ATTEMPTED -> false;
        };
    }

    /**
     * The answer to a call about this one asset.
     *
     * @throws ProblemException when there is a problem to tell
     */
    RestoreResponse alone() {
        if (asset == null || problem != null) {
            throw problemException();
        }
        return new RestoreResponse(outcome, asset, alsoRestored, warnings);
    }

    private ProblemException problemException() {
        if (problem == null) {
            throw new IllegalStateException("an outcome has an asset or a problem");
        }
        return new ProblemException(problem, CatalogProblems.retryAfter(problem.type(), null));
    }

    private boolean isOf(ProblemType type) {
        return problem != null && problem.type() == type;
    }
}
