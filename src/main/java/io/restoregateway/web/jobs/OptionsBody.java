package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.jobs.JobOptions;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** How a job runs, as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobOptions", description = "How the job runs.")
record OptionsBody(
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean requireConfirmation,
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean validateOnly,
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean includeTerms,
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean skipInvalid,

        @Nullable @Schema(description = JobWords.MAX_FAILURES_IS)
        Long maxFailures,

        @Nullable @Schema(description = JobWords.MAX_FAILURE_RATE_IS)
        Double maxFailureRate) {

    static OptionsBody of(JobOptions options) {
        return new OptionsBody(
                options.requireConfirmation(),
                options.validateOnly(),
                options.includeTerms(),
                options.skipInvalid(),
                options.maxFailures(),
                options.maxFailureRate());
    }
}
