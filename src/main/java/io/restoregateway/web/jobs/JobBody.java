package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.jobs.JobKind;
import io.restoregateway.jobs.JobSource;
import io.restoregateway.jobs.JobState;
import io.restoregateway.jobs.RestoreJob;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RestoreJob", description = "A bulk restore job as it stands. Members that do not apply are absent.")
record JobBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) UUID id,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "RESTORE brings back, UNDO archives again.")
        JobKind kind,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description =
                        "COMPLETED: every item has its outcome. STOPPED: by itself, after too many failures or the"
                                + " alarm. FAILED: could not be prepared, nothing was changed. Of these and of CANCELLED, all"
                                + " items have their outcome when finishedAt is there.")
        JobState state,

        @Nullable String name,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "How it learned of its items.")
        JobSource source,

        @Nullable @Schema(description = "The job whose failures it tries again.")
        UUID retryOf,

        @Nullable @Schema(description = "The job whose restores it takes back.")
        UUID undoOf,

        @Nullable SelectorBody selector,
        @Schema(requiredMode = RequiredMode.REQUIRED) OptionsBody options,
        @Schema(requiredMode = RequiredMode.REQUIRED) String createdBy,
        @Schema(requiredMode = RequiredMode.REQUIRED) Instant createdAt,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The request that ordered it.")
        String requestId,

        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Schema(requiredMode = RequiredMode.REQUIRED) ProgressBody progress,
        @Nullable PreviewBody preview,

        @Nullable @Schema(description = "Why it failed, stopped or waits; after an alarm, of a cancelled job too.")
        Reason reason,

        @Schema(requiredMode = RequiredMode.REQUIRED) Links links) {

    static JobBody of(RestoreJob job) {
        return of(job, job.preview() == null ? null : PreviewBody.of(job.preview()));
    }

    /** Without the preview, which does not change while a job runs. */
    static JobBody withoutPreview(RestoreJob job) {
        return of(job, null);
    }

    private static JobBody of(RestoreJob job, @Nullable PreviewBody preview) {
        boolean undo = job.kind() == JobKind.UNDO;
        return new JobBody(
                job.id(),
                job.kind(),
                job.state(),
                job.options().name(),
                job.source(),
                job.retried(),
                undo ? job.parent() : null,
                job.selection() == null ? null : SelectorBody.of(job.selection()),
                OptionsBody.of(job.options()),
                job.createdBy(),
                job.createdAt(),
                job.requestId(),
                job.confirmedBy(),
                job.confirmedAt(),
                job.startedAt(),
                job.finishedAt(),
                ProgressBody.of(job.progress()),
                preview,
                job.reason() == null
                        ? null
                        : new Reason(job.reason().code(), job.reason().message()),
                Links.to(job.id()));
    }

    /** Why a job is in its state. */
    @Schema(name = "JobReason", description = "Why the job is in its state.")
    record Reason(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "As the API's problems call it, or `TOO_MANY_FAILURES`, or `NOTHING_FOUND`.")
            String code,

            @Schema(requiredMode = RequiredMode.REQUIRED) String message) {}

    /** Where there is more about a job. */
    @Schema(name = "JobLinks", description = "Where there is more about the job.")
    record Links(
            @Schema(requiredMode = RequiredMode.REQUIRED) String self,
            @Schema(requiredMode = RequiredMode.REQUIRED) String items,
            @Schema(requiredMode = RequiredMode.REQUIRED) String report,
            @Schema(requiredMode = RequiredMode.REQUIRED) String events) {

        static Links to(UUID job) {
            String self = JobController.PATH + "/" + job;
            return new Links(self, self + "/items", self + "/report", self + "/events");
        }
    }
}
