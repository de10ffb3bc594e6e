package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.web.problem.AssetLine;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/** The good answer to a call about one asset. */
@Schema(name = "Restored", description = "What became of the asset: RESTORED, ALREADY_ACTIVE or WOULD_RESTORE.")
record RestoreResponse(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                allowableValues = {"RESTORED", "ALREADY_ACTIVE", "WOULD_RESTORE"})
        Outcome outcome,

        @Schema(requiredMode = RequiredMode.REQUIRED) AssetState asset,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What came (or would come) back with it.")
        List<AssetLine> alsoRestored,

        @Schema(requiredMode = RequiredMode.REQUIRED) List<WarningLine> warnings) {}
