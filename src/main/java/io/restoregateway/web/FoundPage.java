package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of archived assets. */
@Schema(name = "ArchivedAssets", description = "A page of archived assets, those changed last first.")
record FoundPage(
        @Schema(requiredMode = RequiredMode.REQUIRED) List<FoundAsset> items,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "How many Atlan's index counts in all; it lags by seconds.")
        long total,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        @Schema(description = "Give it as `cursor` for the next page; absent on the last.")
        String nextCursor) {}
