package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.web.problem.AssetLine;
import io.restoregateway.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a batch: one result for each input, in order. */
@Schema(description = "One result for each input, in order. A batch with refusals is a 200: look at `complete`.")
record BatchResponse<R>(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "true when every asset is active now or refused for good; false when anything is left"
                        + " to do, so always false for validateOnly where something would be restored.")
        boolean complete,

        @Schema(requiredMode = RequiredMode.REQUIRED) BatchSummary summary,
        @Schema(requiredMode = RequiredMode.REQUIRED) List<Item<R>> results) {

    /** What became of one asset of a batch. */
    @Schema(description = "What became of one asset of the batch.")
    record Item<R>(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its place in the request, from 0.")
            int index,

            @Schema(requiredMode = RequiredMode.REQUIRED) Outcome outcome,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "The input as given.")
            R request,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            AssetState asset,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Problem problem,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What came (or would come) back with it.")
            List<AssetLine> alsoRestored,

            @Schema(requiredMode = RequiredMode.REQUIRED) List<WarningLine> warnings) {}
}
