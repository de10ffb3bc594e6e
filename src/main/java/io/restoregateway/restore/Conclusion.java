package io.restoregateway.restore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outcome in a few words, as records keep it.
 *
 * @param outcome what became of the asset
 * @param code why, as the API's problems call it; null when all went well
 * @param message a sentence; null when there is nothing to say
 */
public record Conclusion(
        Outcome outcome, @Nullable String code, @Nullable String message) {

    /** What can become of an asset. */
    public enum Outcome {
        RESTORED,
        ALREADY_ACTIVE,
        WOULD_RESTORE,
        ARCHIVED,
        ALREADY_ARCHIVED,
        WOULD_ARCHIVE,
        NOT_FOUND,
        REFUSED,
        FAILED,
        UNCONFIRMED,
        NOT_ATTEMPTED,
        CANCELLED
    }

    /** Puts an outcome in a few words. */
    public static Conclusion of(RestoreOutcome outcome) {
        return switch (outcome) {
            case RestoreOutcome.Restored restored ->
                new Conclusion(Outcome.RESTORED, null, changedMeanwhile(restored.warnings()));
            case RestoreOutcome.AlreadyActive _ -> well(Outcome.ALREADY_ACTIVE);
            case RestoreOutcome.WouldRestore _ -> well(Outcome.WOULD_RESTORE);
            case RestoreOutcome.NotFound missing -> of(Outcome.NOT_FOUND, missing.refusal());
            case RestoreOutcome.Refused refused -> of(Outcome.REFUSED, refused.refusal());
            case RestoreOutcome.Failed failed -> of(failed.failure());
            case RestoreOutcome.UnexpectedChange alarm ->
                new Conclusion(Outcome.FAILED, "UNEXPECTED_CHANGE", alarm.detail());
            case RestoreOutcome.Unconfirmed unknown ->
                new Conclusion(Outcome.UNCONFIRMED, "UNCONFIRMED", unknown.detail());
            case RestoreOutcome.NotAttempted unsent -> of(unsent);
        };
    }

    /** Puts an outcome in a few words. */
    public static Conclusion of(ArchiveOutcome outcome) {
        return switch (outcome) {
            case ArchiveOutcome.Archived archived ->
                new Conclusion(Outcome.ARCHIVED, null, changedMeanwhile(archived.warnings()));
            case ArchiveOutcome.AlreadyArchived _ -> well(Outcome.ALREADY_ARCHIVED);
            case ArchiveOutcome.WouldArchive _ -> well(Outcome.WOULD_ARCHIVE);
            case RestoreOutcome.NotFound missing -> of((RestoreOutcome) missing);
            case RestoreOutcome.Refused refused -> of((RestoreOutcome) refused);
            case RestoreOutcome.Failed failed -> of((RestoreOutcome) failed);
            case RestoreOutcome.UnexpectedChange alarm -> of((RestoreOutcome) alarm);
            case RestoreOutcome.Unconfirmed unknown -> of((RestoreOutcome) unknown);
            case RestoreOutcome.NotAttempted unsent -> of((RestoreOutcome) unsent);
        };
    }

    private static @Nullable String changedMeanwhile(List<Warning> warnings) {
        return warnings.stream()
                .filter(warning -> warning.code() == Warning.Code.CHANGED_MEANWHILE)
                .map(Warning::message)
                .findFirst()
                .orElse(null);
    }

    /** Nothing was sent, because the catalog could not be asked. */
    public static Conclusion of(CatalogException trouble) {
        return new Conclusion(
                Outcome.NOT_ATTEMPTED,
                switch (trouble.trouble()) {
                    case BUDGET_EXHAUSTED -> "BUDGET_EXHAUSTED";
                    case UNAUTHENTICATED -> "UPSTREAM_UNAUTHENTICATED";
                    case UNAVAILABLE -> "UPSTREAM_UNAVAILABLE";
                    case ERROR -> "UPSTREAM_ERROR";
                    case UNRECORDED -> "AUDIT_UNAVAILABLE";
                },
                trouble.detail());
    }

    private static Conclusion well(Outcome outcome) {
        return new Conclusion(outcome, null, null);
    }

    static Conclusion of(Outcome outcome, Refusal refusal) {
        return new Conclusion(outcome, refusal.reason().name(), refusal.detail());
    }

    static Conclusion of(Failure failure) {
        return new Conclusion(Outcome.FAILED, failure.kind().name(), failure.detail());
    }

    static Conclusion of(RestoreOutcome.NotAttempted unsent) {
        return new Conclusion(
                Outcome.NOT_ATTEMPTED,
                switch (unsent.cause()) {
                    case ALARM -> "UNEXPECTED_CHANGE";
                    case BUDGET_EXHAUSTED -> "BUDGET_EXHAUSTED";
                    case UPSTREAM_UNAVAILABLE -> "UPSTREAM_UNAVAILABLE";
                    case UPSTREAM_UNAUTHENTICATED -> "UPSTREAM_UNAUTHENTICATED";
                    case OTHER_REFUSED -> "NOT_RESTORABLE";
                    case UNRECORDED -> "AUDIT_UNAVAILABLE";
                    case WITHDRAWN -> null;
                },
                unsent.detail());
    }
}
