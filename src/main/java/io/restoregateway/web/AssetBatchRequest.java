package io.restoregateway.web;

import io.restoregateway.web.json.AssetLimit;
import io.restoregateway.web.json.LooseRequest;
import io.restoregateway.web.json.RepeatedGuid;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Up to 100 assets. */
@Schema(name = "RestoreAssetsRequest", description = "1 to 100 assets, none of them twice.")
record AssetBatchRequest(
        @NotEmpty(message = Words.NOT_EMPTY)
        @Size(max = 100, payload = AssetLimit.class)
        @EachOnce(payload = RepeatedGuid.class)
        List<@Valid AssetRequest> assets,

        @Schema(description = Words.INCLUDE_TERMS_IS) @Nullable
        Boolean includeTerms)
        implements LooseRequest {}
