package io.restoregateway.web;

import io.restoregateway.web.json.AssetLimit;
import io.restoregateway.web.json.LooseRequest;
import io.restoregateway.web.json.RepeatedGuid;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Up to 100 assets. */
@Schema(name = "RestoreAssetsRequest", description = "1 to 100 assets, none of them twice.")
record AssetBatchRequest(
        @NotNull(message = Words.REQUIRED)
        @Size(min = 1, max = 100, message = Words.NOT_EMPTY, payload = AssetLimit.class)
        @EachOnce(payload = RepeatedGuid.class)
        List<@Valid AssetRequest> assets,

        @Schema(
                types = {"boolean", "null"},
                description = Words.INCLUDE_TERMS_IS)
        @Nullable
        Boolean includeTerms)
        implements LooseRequest {}
