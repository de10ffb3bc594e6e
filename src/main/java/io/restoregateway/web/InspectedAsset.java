package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.web.problem.AssetLine;
import io.restoregateway.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset, and what a restore of it would say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An asset, and what a restore of it would say now.")
record InspectedAsset(
        @Schema(requiredMode = RequiredMode.REQUIRED) FoundAsset.Identity identity,
        @Nullable String name,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "DELETED is Atlan's word for archived.")
        AssetState.Status status,

        @Nullable @Schema(description = "Of an archived asset: Atlan's last modification.")
        String archivedBy,

        @Nullable @Schema(description = "Of an archived asset: Atlan's last modification.")
        Instant archivedAt,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Where people see it in Atlan.")
        URI link,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Whether a restore would be sent.")
        boolean restorable,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "What a restore would be refused for.")
        List<Problem> problems,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What would come back with it.")
        List<AssetLine> alsoRestored,

        @Schema(requiredMode = RequiredMode.REQUIRED) List<WarningLine> warnings) {}
