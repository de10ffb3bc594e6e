package io.restoregateway.web.jobs;

import io.restoregateway.web.json.AssetLimit;
import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job as JSON orders it: over the assets listed, or over what the selector finds. */
@Schema(name = "RestoreJobRequest", description = "Exactly one of `assets` and `selector`, and how the job is to run.")
record JobRequest(
        @Size(min = 1, max = 10_000, message = "must not be empty", payload = AssetLimit.class)
        @Schema(
                types = {"array", "null"},
                description = "The assets, up to 10,000; more go into a manifest. One named twice is restored once.")
        @Nullable
        List<@Nullable ListedAsset> assets,

        @Nullable SelectorRequest selector,

        @Schema(
                types = {"string", "null"},
                minLength = 1,
                maxLength = 200,
                description = JobWords.NAME_IS)
        @Nullable
        String name,

        @Schema(
                types = {"boolean", "null"},
                description = JobWords.REQUIRE_CONFIRMATION_IS)
        @Nullable
        Boolean requireConfirmation,

        @Schema(
                types = {"boolean", "null"},
                defaultValue = "false",
                description = JobWords.VALIDATE_ONLY_IS)
        @Nullable
        Boolean validateOnly,

        @Schema(
                types = {"boolean", "null"},
                defaultValue = "false",
                description = JobWords.INCLUDE_TERMS_IS)
        @Nullable
        Boolean includeTerms,

        @Schema(
                types = {"boolean", "null"},
                defaultValue = "false",
                description = JobWords.SKIP_INVALID_IS)
        @Nullable
        Boolean skipInvalid,

        @Schema(
                types = {"integer", "null"},
                format = "int64",
                minimum = "0",
                description = JobWords.MAX_FAILURES_IS)
        @Nullable
        Long maxFailures,

        @Schema(
                types = {"number", "null"},
                format = "double",
                minimum = "0",
                maximum = "1",
                description = JobWords.MAX_FAILURE_RATE_IS)
        @Nullable
        Double maxFailureRate)
        implements LooseRequest {

    GivenOptions options() {
        return new GivenOptions(
                name, requireConfirmation, validateOnly, includeTerms, skipInvalid, maxFailures, maxFailureRate);
    }
}
