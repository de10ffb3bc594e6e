package io.restoregateway.web.atlan;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.TypeName;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Atlan's request as the API's description shows it; read without it, since what else an entity says must be seen. */
@Schema(name = "AtlanBulkRequest", description = "Atlan's own request body; it is checked, and never forwarded.")
record BulkRequestForm(
        @ArraySchema(
                minItems = 1,
                maxItems = BulkBody.MAX_ENTITIES,
                arraySchema =
                        @Schema(
                                requiredMode = RequiredMode.REQUIRED,
                                description = "What to restore, no guid twice: all of it, or nothing."))
        List<Entity> entities) {

    /** One entity to restore. */
    @Schema(
            name = "AtlanEntityToRestore",
            description = "One asset to restore. Any other key must be null or left out.")
    record Entity(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "The type as Atlan names it, case-sensitive.",
                    pattern = TypeName.FORM,
                    example = "Connection")
            String typeName,

            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "The asset's own guid; never a placeholder such as `-1`.",
                    pattern = Guid.FORM,
                    example = "e185209b-4b08-4e2f-acc7-35c47229f67f")
            String guid,

            @Schema(requiredMode = RequiredMode.REQUIRED, description = "What restores it.", allowableValues = "ACTIVE")
            String status,

            @Schema(requiredMode = RequiredMode.REQUIRED) Attributes attributes) {}

    /** What an entity says of the asset. */
    @Schema(
            name = "AtlanAttributesToRestore",
            description = "Compared with what Atlan stores, never written (a connection's administrators excepted)."
                    + " Besides Atlan's published attributes any other is accepted when it equals the stored one; null,"
                    + " 0, false, \"\" and [] equal a stored null.",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record Attributes(
            @Schema(
                    requiredMode = RequiredMode.REQUIRED,
                    description = "The unique name, exactly as Atlan stores it.",
                    minLength = 1,
                    maxLength = 10_000)
            String qualifiedName,

            @Schema(requiredMode = RequiredMode.REQUIRED, description = "The name, exactly as Atlan stores it.")
            String name,

            @Nullable @Schema(description = ADMINISTRATORS) List<String> adminUsers,

            @Nullable @Schema(description = ADMINISTRATORS) List<String> adminGroups,

            @Nullable @Schema(description = "Guids of roles. " + ADMINISTRATORS)
            List<String> adminRoles,

            @Nullable
            @Schema(
                    types = {"string", "null"},
                    description = "Name of the connector.")
            String connectorName,

            @Nullable
            @Schema(
                    types = {"string", "null"},
                    description = "Type of connection, such as `warehouse`, `bi` or `ObjectStore`.")
            String category,

            @Nullable @Schema(types = {"string", "null"}) String subCategory,

            @Nullable
            @Schema(
                    types = {"string", "null"},
                    description = "Host name of the connection's source.")
            String host,

            @Nullable
            @Schema(
                    types = {"integer", "null"},
                    description = "Port number of the connection's source.")
            Integer port,

            @Nullable
            @Schema(
                    types = {"boolean", "null"},
                    description = "Whether the source may be queried.")
            Boolean allowQuery,

            @Nullable
            @Schema(
                    types = {"boolean", "null"},
                    description = "Whether data of the source may be previewed.")
            Boolean allowQueryPreview,

            @Nullable @Schema(types = {"string", "null"}) String queryPreviewConfig,
            @Nullable @Schema(types = {"string", "null"}) String queryConfig,
            @Nullable @Schema(types = {"string", "null"}) String credentialStrategy,

            @Nullable
            @Schema(
                    types = {"integer", "null"},
                    description = "How many rows may be returned for the source.")
            Long rowLimit,

            @Nullable @Schema(types = {"string", "null"}) String connectorIcon,
            @Nullable @Schema(types = {"string", "null"}) String connectorImage,

            @Nullable
            @Schema(
                    types = {"object", "null"},
                    description = "The glossary of a term or category, by `guid` or `uniqueAttributes`.",
                    additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
            Map<String, Object> anchor) {}

    private static final String ADMINISTRATORS =
            "For a connection: must name everybody stored; who is named besides is added. Alone in its request then.";
}
