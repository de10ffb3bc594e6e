package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.web.atlan.Complaint.Weight;
import io.restoregateway.web.problem.CatalogProblems;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The one answer to a request over several entities: all is well, or the worst that happened. */
final class Verdict {

    private static final int NOT_FOUND = 404;

    private final List<Complaint> complaints = new ArrayList<>();

    private final List<StoredAsset> restored = new ArrayList<>();

    private Verdict() {}

    /**
     * The answer to a request.
     *
     * @param claims what was asked for
     * @param outcomes what became of it, in the same order
     * @throws ProblemException when any entity is not active now, or anything else was changed
     */
    static BulkAnswer on(List<AssetClaim> claims, List<RestoreOutcome> outcomes) {
        Verdict verdict = new Verdict();
        for (int index = 0; index < claims.size(); index++) {
            RestoreOutcome outcome = outcomes.get(index);
            Complaints.about(claims.get(index).identity(), outcome).ifPresent(verdict.complaints::add);
            if (outcome instanceof RestoreOutcome.Restored whole) {
                verdict.restored.add(whole.asset());
            }
        }
        return verdict.answer();
    }

    private BulkAnswer answer() {
        // The minimum of equals is the first, so that among equals the order of the request decides, as with Atlan.
        Complaint worst =
                complaints.stream().min(Comparator.comparing(Complaint::weight)).orElse(null);
        if (worst == null) {
            return BulkAnswer.restored(restored);
        }
        Problem.Builder problem = Problem.of(worst.type(), worst.detail() + others(worst))
                .status(status(worst.type()))
                .about(worst.about())
                .upstream(worst.upstream());
        throw new ProblemException(
                worst.change() == null ? problem : problem.change(worst.change()),
                CatalogProblems.retryAfter(worst.type(), null));
    }

    /** To Atlan's clients, a guid whose asset is another one is a guid that was not found. */
    private static int status(ProblemType type) {
        return switch (type) {
            case QUALIFIED_NAME_MISMATCH, TYPE_MISMATCH -> NOT_FOUND;
            default -> type.status();
        };
    }

    /** What became of the other entities; who reads it knows whether anything was written. */
    private String others(Complaint worst) {
        List<Complaint> more = complaints.stream()
                .filter(complaint -> !complaint.equals(worst) && complaint.weight() != Weight.CONSEQUENCE)
                .toList();
        String guids =
                more.stream().map(complaint -> complaint.about().guid().value()).collect(Collectors.joining(", "));
        return (more.isEmpty() ? "" : " (and %d more: %s)".formatted(more.size(), guids))
                + (restored.isEmpty() ? "" : " (%d others were restored.)".formatted(restored.size()));
    }
}
