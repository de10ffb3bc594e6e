package io.restoregateway.web;

import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.RestoreOutcome.AlreadyActive;
import io.restoregateway.restore.RestoreOutcome.Failed;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.NotFound;
import io.restoregateway.restore.RestoreOutcome.Refused;
import io.restoregateway.restore.RestoreOutcome.Restored;
import io.restoregateway.restore.RestoreOutcome.Unconfirmed;
import io.restoregateway.restore.RestoreOutcome.UnexpectedChange;
import io.restoregateway.restore.RestoreOutcome.WouldRestore;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.web.AssetState.Status;
import io.restoregateway.web.problem.AssetLine;
import io.restoregateway.web.problem.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Tells outcomes in the words of the API. */
@Component
final class Outcomes {

    private final AssetLinks links;

    Outcomes(AssetLinks links) {
        this.links = links;
    }

    /**
     * Tells an outcome.
     *
     * @param place where in the request the asset stands, as a JSON pointer
     * @param about says in a problem which asset was asked for
     */
    Told tell(RestoreOutcome outcome, String place, UnaryOperator<Problem.Builder> about) {
        return switch (outcome) {
            case Restored done ->
                Told.well(
                        Outcome.RESTORED,
                        state(done.asset(), Status.ACTIVE),
                        lines(done.alsoRestored()),
                        WarningLine.of(done.warnings()));
            case AlreadyActive active ->
                Told.well(
                        Outcome.ALREADY_ACTIVE,
                        state(active.asset(), Status.ACTIVE),
                        List.of(),
                        WarningLine.of(active.warnings()));
            case WouldRestore would ->
                Told.well(
                        Outcome.WOULD_RESTORE,
                        state(would.asset(), Status.DELETED),
                        lines(would.brings()),
                        WarningLine.of(would.warnings()));
            case NotFound missing ->
                Told.problem(Outcome.NOT_FOUND, about.apply(OutcomeProblems.of(missing.refusal(), place)));
            case Refused refused ->
                Told.problem(Outcome.REFUSED, about.apply(OutcomeProblems.of(refused.refusal(), place)));
            case Failed failed -> Told.problem(Outcome.FAILED, about.apply(OutcomeProblems.of(failed.failure())));
            case UnexpectedChange alarm -> Told.problem(Outcome.FAILED, about.apply(OutcomeProblems.of(alarm)));
            case Unconfirmed unknown -> Told.problem(Outcome.UNCONFIRMED, about.apply(OutcomeProblems.of(unknown)));
            case NotAttempted unsent -> Told.problem(Outcome.NOT_ATTEMPTED, about.apply(OutcomeProblems.of(unsent)));
        };
    }

    AssetState state(StoredAsset asset, Status status) {
        return new AssetState(
                asset.typeName().value(),
                asset.identity().qualifiedName().value(),
                asset.guid().value(),
                asset.name(),
                status,
                asset.updatedBy(),
                asset.updatedAt(),
                links.to(asset.guid()));
    }

    static List<AssetLine> lines(List<OtherAsset> assets) {
        return assets.stream().map(AssetLine::of).toList();
    }
}
