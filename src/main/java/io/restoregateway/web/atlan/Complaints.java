package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Failure;
import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.Refusal;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.web.atlan.Complaint.Weight;
import io.restoregateway.web.problem.ProblemType;
import io.restoregateway.web.problem.UnexpectedChanges;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to complain about in the outcome of an entity. */
final class Complaints {

    private static final String NO_INCLUDE_TERMS =
            " This call cannot allow that, POST /api/v1/assets/restore can. They are: ";

    private Complaints() {}

    /** Why the entity was not restored, or nothing when it is active now and nothing else was changed. */
    static Optional<Complaint> about(AssetIdentity asset, RestoreOutcome outcome) {
        return switch (outcome) {
            case RestoreOutcome.Restored _, RestoreOutcome.AlreadyActive _ -> Optional.empty();
            case RestoreOutcome.NotFound missing -> Optional.of(refused(asset, missing.refusal()));
            case RestoreOutcome.Refused refused -> Optional.of(refused(asset, refused.refusal()));
            case RestoreOutcome.Failed failed -> Optional.of(failed(asset, failed.failure()));
            case RestoreOutcome.UnexpectedChange change -> Optional.of(alarm(asset, change));
            case RestoreOutcome.Unconfirmed open ->
                Optional.of(new Complaint(
                        Weight.UNCONFIRMED, ProblemType.UNCONFIRMED, asset, open.detail(), open.upstream(), null));
            case RestoreOutcome.NotAttempted stopped ->
                Optional.of(
                        new Complaint(Weight.CONSEQUENCE, type(stopped.cause()), asset, stopped.detail(), null, null));
            case RestoreOutcome.WouldRestore _ ->
                throw new IllegalStateException("Only validated, although a restore was asked for");
        };
    }

    private static Complaint refused(AssetIdentity asset, Refusal refusal) {
        String others = refusal.reason() == Refusal.Reason.BRINGS_OTHERS
                        && !refusal.others().isEmpty()
                ? NO_INCLUDE_TERMS
                        + refusal.others().stream().map(Complaints::named).collect(Collectors.joining(", "))
                : "";
        return new Complaint(
                Weight.REFUSED, type(refusal.reason()), asset, refusal.detail() + others, refusal.upstream(), null);
    }

    private static Complaint failed(AssetIdentity asset, Failure failure) {
        return new Complaint(Weight.REFUSED, type(failure.kind()), asset, failure.detail(), failure.upstream(), null);
    }

    private static Complaint alarm(AssetIdentity asset, RestoreOutcome.UnexpectedChange change) {
        return new Complaint(
                Weight.ALARM,
                ProblemType.UNEXPECTED_CHANGE,
                asset,
                change.detail(),
                null,
                UnexpectedChanges.of(change));
    }

    private static String named(OtherAsset other) {
        return other.typeName() + " " + other.guid();
    }

    private static ProblemType type(Refusal.Reason reason) {
        return switch (reason) {
            case ASSET_NOT_FOUND -> ProblemType.ASSET_NOT_FOUND;
            case FORBIDDEN_BY_ATLAN -> ProblemType.FORBIDDEN_BY_ATLAN;
            case QUALIFIED_NAME_MISMATCH -> ProblemType.QUALIFIED_NAME_MISMATCH;
            case TYPE_MISMATCH -> ProblemType.TYPE_MISMATCH;
            case ATTRIBUTE_MISMATCH -> ProblemType.ATTRIBUTE_MISMATCH;
            case LIVE_TWIN -> ProblemType.LIVE_TWIN;
            case AMBIGUOUS_NAME -> ProblemType.AMBIGUOUS_NAME;
            case NOT_RESTORABLE -> ProblemType.NOT_RESTORABLE;
            case BRINGS_OTHERS -> ProblemType.BRINGS_OTHERS;
            case CONNECTION_WITHOUT_ADMIN -> ProblemType.CONNECTION_WITHOUT_ADMIN;
            case PARENT_ARCHIVED -> ProblemType.PARENT_ARCHIVED;
            case CHANGED_SINCE_SELECTED -> ProblemType.CHANGED_SINCE_SELECTED;
        };
    }

    private static ProblemType type(Failure.Kind kind) {
        return switch (kind) {
            case ASSET_NOT_FOUND -> ProblemType.ASSET_NOT_FOUND;
            case FORBIDDEN_BY_ATLAN -> ProblemType.FORBIDDEN_BY_ATLAN;
            case NOT_RESTORABLE -> ProblemType.NOT_RESTORABLE;
            case CONNECTION_WITHOUT_ADMIN -> ProblemType.CONNECTION_WITHOUT_ADMIN;
            case UPSTREAM_UNAUTHENTICATED -> ProblemType.UPSTREAM_UNAUTHENTICATED;
            case UPSTREAM_ERROR -> ProblemType.UPSTREAM_ERROR;
        };
    }

    /** An entity left out because of another one is never the first complaint, unless the rule contradicts itself. */
    private static ProblemType type(RestoreOutcome.NotAttempted.Cause cause) {
        return switch (cause) {
            case ALARM -> ProblemType.UNEXPECTED_CHANGE;
            case BUDGET_EXHAUSTED -> ProblemType.BUDGET_EXHAUSTED;
            case UPSTREAM_UNAVAILABLE -> ProblemType.UPSTREAM_UNAVAILABLE;
            case UPSTREAM_UNAUTHENTICATED -> ProblemType.UPSTREAM_UNAUTHENTICATED;
            case OTHER_REFUSED, WITHDRAWN -> ProblemType.NOT_RESTORABLE;
            case UNRECORDED -> ProblemType.AUDIT_UNAVAILABLE;
        };
    }
}
