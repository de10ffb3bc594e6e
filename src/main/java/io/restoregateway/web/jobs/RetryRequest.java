package io.restoregateway.web.jobs;

import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How another attempt is to run. */
@Schema(
        name = "RetryRequest",
        description = "How the new job is to run; all else is as it was for the job that it retries.")
record RetryRequest(
        @Schema(
                types = {"string", "null"},
                minLength = 1,
                maxLength = 200,
                description = JobWords.NAME_IS)
        @Nullable
        String name,

        @Schema(
                types = {"boolean", "null"},
                defaultValue = "false",
                description =
                        "true when nothing is changed before somebody has seen the preview and confirmed; without it, what was"
                                + " refused as `CHANGED_SINCE_SELECTED` is refused again.")
        @Nullable
        Boolean requireConfirmation)
        implements LooseRequest {

    static final RetryRequest NOTHING = new RetryRequest(null, null);
}
