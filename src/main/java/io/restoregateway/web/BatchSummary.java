package io.restoregateway.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Collections;
import java.util.List;

/** How many assets of a batch had which outcome. */
@Schema(description = "How many assets had which outcome.")
record BatchSummary(
        @Schema(requiredMode = RequiredMode.REQUIRED) int total,
        @Schema(requiredMode = RequiredMode.REQUIRED) int restored,
        @Schema(requiredMode = RequiredMode.REQUIRED) int alreadyActive,
        @Schema(requiredMode = RequiredMode.REQUIRED) int wouldRestore,
        @Schema(requiredMode = RequiredMode.REQUIRED) int notFound,
        @Schema(requiredMode = RequiredMode.REQUIRED) int refused,
        @Schema(requiredMode = RequiredMode.REQUIRED) int failed,
        @Schema(requiredMode = RequiredMode.REQUIRED) int unconfirmed,
        @Schema(requiredMode = RequiredMode.REQUIRED) int notAttempted) {

    static BatchSummary of(List<Outcome> outcomes) {
        return new BatchSummary(
                outcomes.size(),
                Collections.frequency(outcomes, Outcome.RESTORED),
                Collections.frequency(outcomes, Outcome.ALREADY_ACTIVE),
                Collections.frequency(outcomes, Outcome.WOULD_RESTORE),
                Collections.frequency(outcomes, Outcome.NOT_FOUND),
                Collections.frequency(outcomes, Outcome.REFUSED),
                Collections.frequency(outcomes, Outcome.FAILED),
                Collections.frequency(outcomes, Outcome.UNCONFIRMED),
                Collections.frequency(outcomes, Outcome.NOT_ATTEMPTED));
    }
}
