package io.restoregateway.web;

import io.restoregateway.restore.Failure;
import io.restoregateway.restore.Refusal;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemType;
import io.restoregateway.web.problem.Text;
import io.restoregateway.web.problem.UnexpectedChanges;

/** Tells as problems why assets were not restored. */
final class OutcomeProblems {

    private OutcomeProblems() {}

    static Problem.Builder of(Refusal refusal, String place) {
        return Problem.of(type(refusal.reason()), refusal.detail())
                .errors(refusal.mismatches().stream()
                        .map(mismatch -> told(mismatch, place))
                        .toList())
                .others(refusal.others())
                .upstream(refusal.upstream());
    }

    static Problem.Builder of(Failure failure) {
        return Problem.of(type(failure.kind()), failure.detail()).upstream(failure.upstream());
    }

    static Problem.Builder of(RestoreOutcome.UnexpectedChange alarm) {
        return Problem.of(ProblemType.UNEXPECTED_CHANGE, alarm.detail()).change(UnexpectedChanges.of(alarm));
    }

    static Problem.Builder of(RestoreOutcome.Unconfirmed unknown) {
        return Problem.of(ProblemType.UNCONFIRMED, unknown.detail()).upstream(unknown.upstream());
    }

    static Problem.Builder of(RestoreOutcome.NotAttempted unsent) {
        ProblemType type = switch (unsent.cause()) {
            case ALARM -> ProblemType.UNEXPECTED_CHANGE;
            case BUDGET_EXHAUSTED -> ProblemType.BUDGET_EXHAUSTED;
            case UPSTREAM_UNAVAILABLE -> ProblemType.UPSTREAM_UNAVAILABLE;
            case UPSTREAM_UNAUTHENTICATED -> ProblemType.UPSTREAM_UNAUTHENTICATED;
            case OTHER_REFUSED, WITHDRAWN -> ProblemType.NOT_RESTORABLE;
            case UNRECORDED -> ProblemType.AUDIT_UNAVAILABLE;
        };
        return Problem.of(type, unsent.detail());
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

    private static InputError told(Refusal.Mismatch mismatch, String place) {
        String property = mismatch.field().equals("anchor") ? "glossaryGuid" : mismatch.field();
        return InputError.at(
                place + "/" + property,
                "claimed %s, stored %s".formatted(Text.quoted(mismatch.claimed()), Text.quoted(mismatch.stored())));
    }
}
