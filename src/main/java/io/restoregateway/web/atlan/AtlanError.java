package io.restoregateway.web.atlan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.web.problem.UnexpectedChanges;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** What went wrong, in the shape that Atlan's clients read. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AtlanError", description = "What went wrong, in the shape that Atlan's clients read.")
record AtlanError(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "`ATLAS-404-00-00A` when no asset is what the entity says, else `GATEWAY-` and the code"
                        + " of the gateway's problem.",
                example = "ATLAS-404-00-00A")
        String errorCode,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What happened, and what became of the rest.")
        String errorMessage,

        @Nullable @Schema(description = "The guid of the entity that it is about, where it is about one.")
        String entityGuid,

        @Nullable @Schema(description = "Only with `GATEWAY-UNEXPECTED_CHANGE`: the values before, for repair by hand.")
        UnexpectedChanges change) {}
