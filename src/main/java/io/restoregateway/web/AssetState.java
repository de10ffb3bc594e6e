package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An asset as Atlan stores it now. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Asset", description = "The asset as Atlan stores it now.")
record AssetState(
        @Schema(requiredMode = RequiredMode.REQUIRED) String typeName,
        @Schema(requiredMode = RequiredMode.REQUIRED) String qualifiedName,
        @Schema(requiredMode = RequiredMode.REQUIRED) String guid,
        @Nullable String name,
        @Schema(requiredMode = RequiredMode.REQUIRED) Status status,

        @Nullable @Schema(description = "Who changed it last.")
        String updatedBy,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "When it was changed last, in UTC.")
        Instant updatedAt,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Where people see it in Atlan.")
        URI link) {

    /** An asset's status in Atlan's own words. */
    enum Status {
        ACTIVE,
        DELETED
    }
}
