package io.restoregateway.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.restore.OtherAsset;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Another asset, in a line. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "OtherAsset", description = "Another asset that the answer has to mention.")
public record AssetLine(
        @Schema(requiredMode = RequiredMode.REQUIRED) String typeName,
        @Schema(requiredMode = RequiredMode.REQUIRED) String guid,
        @Nullable String name,
        @Nullable String qualifiedName) {

    /** The asset as callers see it. */
    public static AssetLine of(OtherAsset asset) {
        return new AssetLine(asset.typeName().value(), asset.guid().value(), asset.name(), asset.qualifiedName());
    }
}
