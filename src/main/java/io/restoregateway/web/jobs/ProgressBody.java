package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.jobs.JobProgress;
import io.restoregateway.restore.Conclusion.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a job has come, as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobProgress", description = "How far the job has come.")
record ProgressBody(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "All inputs, duplicates and malformed ones included.")
        long total,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "Inputs that name an asset which an earlier one names too; it is restored once.")
        long duplicates,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Malformed inputs that were left out.")
        long invalid,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Items of which the preview knows the verdict.")
        long previewed,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Items that have their outcome.")
        long done,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Items still without an outcome.")
        long remaining,

        @Schema(requiredMode = RequiredMode.REQUIRED) Outcomes outcomes,

        @Nullable @Schema(description = "How fast it runs; absent while it does not.")
        Double itemsPerSecond,

        @Nullable @Schema(description = "When it will be done if it goes on like that.")
        Instant finishedBy,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Calls to Atlan made so far.")
        Calls callsSpent,

        @Nullable @Schema(description = "What keeps it from going on at the moment, such as a tenant that is away.")
        String waitingFor) {

    static ProgressBody of(JobProgress progress) {
        return new ProgressBody(
                progress.total(),
                progress.duplicates(),
                progress.invalid(),
                progress.previewed(),
                progress.done(),
                progress.remaining(),
                Outcomes.of(progress),
                progress.itemsPerSecond(),
                progress.finishedBy(),
                new Calls(progress.previewCalls(), progress.calls()),
                progress.waitingFor());
    }

    /** Calls to Atlan. */
    @Schema(name = "JobCalls", description = "Calls to Atlan made to prepare the job, and to run it.")
    record Calls(
            @Schema(requiredMode = RequiredMode.REQUIRED) long preview,
            @Schema(requiredMode = RequiredMode.REQUIRED) long run) {}

    /** How many items have which outcome. */
    @Schema(
            name = "JobOutcomes",
            description =
                    "How many items have which outcome; `archived`, `alreadyArchived` and `wouldArchive` are those of"
                            + " an undo.")
    record Outcomes(
            @Schema(requiredMode = RequiredMode.REQUIRED) long restored,
            @Schema(requiredMode = RequiredMode.REQUIRED) long alreadyActive,
            @Schema(requiredMode = RequiredMode.REQUIRED) long wouldRestore,
            @Schema(requiredMode = RequiredMode.REQUIRED) long archived,
            @Schema(requiredMode = RequiredMode.REQUIRED) long alreadyArchived,
            @Schema(requiredMode = RequiredMode.REQUIRED) long wouldArchive,
            @Schema(requiredMode = RequiredMode.REQUIRED) long notFound,
            @Schema(requiredMode = RequiredMode.REQUIRED) long refused,
            @Schema(requiredMode = RequiredMode.REQUIRED) long failed,
            @Schema(requiredMode = RequiredMode.REQUIRED) long unconfirmed,
            @Schema(requiredMode = RequiredMode.REQUIRED) long notAttempted,
            @Schema(requiredMode = RequiredMode.REQUIRED) long cancelled) {

        static Outcomes of(JobProgress progress) {
            return new Outcomes(
                    progress.count(Outcome.RESTORED),
                    progress.count(Outcome.ALREADY_ACTIVE),
                    progress.count(Outcome.WOULD_RESTORE),
                    progress.count(Outcome.ARCHIVED),
                    progress.count(Outcome.ALREADY_ARCHIVED),
                    progress.count(Outcome.WOULD_ARCHIVE),
                    progress.count(Outcome.NOT_FOUND),
                    progress.count(Outcome.REFUSED),
                    progress.count(Outcome.FAILED),
                    progress.count(Outcome.UNCONFIRMED),
                    progress.count(Outcome.NOT_ATTEMPTED),
                    progress.count(Outcome.CANCELLED));
        }
    }
}
