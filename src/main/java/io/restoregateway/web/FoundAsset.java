package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.restore.AssetIdentity;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An archived asset that a search found. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ArchivedAsset", description = "An archived asset. Its `identity` is a valid entry of `assets[]`.")
record FoundAsset(
        @Schema(requiredMode = RequiredMode.REQUIRED) Identity identity,
        @Nullable String name,

        @Nullable @Schema(description = "Atlan's last modification: who archived it, unless somebody edited it since.")
        String archivedBy,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "Atlan's last modification: when it was archived, unless somebody edited it since.")
        Instant archivedAt,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Where people see it in Atlan.")
        URI link) {

    /** The three keys of an asset. */
    @Schema(name = "AssetIdentity", description = "The three keys of an asset, ready to be restored.")
    record Identity(
            @Schema(requiredMode = RequiredMode.REQUIRED) String typeName,
            @Schema(requiredMode = RequiredMode.REQUIRED) String qualifiedName,
            @Schema(requiredMode = RequiredMode.REQUIRED) String guid) {

        static Identity of(AssetIdentity asset) {
            return new Identity(
                    asset.typeName().value(),
                    asset.qualifiedName().value(),
                    asset.guid().value());
        }
    }
}
