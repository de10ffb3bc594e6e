package io.restoregateway.web.atlan;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.restore.StoredAsset;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A restored asset in Atlan's words, as read back from its store. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AtlanRestoredEntity", description = "A restored asset, as read back from Atlan's store.")
record RestoredEntity(
        @Schema(requiredMode = RequiredMode.REQUIRED, example = "Connection")
        String typeName,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "All stored attributes that are not null.",
                additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        Map<String, Object> attributes,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "e185209b-4b08-4e2f-acc7-35c47229f67f")
        String guid,

        @Schema(requiredMode = RequiredMode.REQUIRED, allowableValues = "ACTIVE")
        String status,

        @Nullable @Schema(description = "Its name.") String displayText,
        List<?> classificationNames,
        List<?> classifications,
        List<?> meaningNames,
        List<?> meanings,
        boolean isIncomplete,
        List<?> labels,
        @Nullable String createdBy,

        @Nullable @Schema(description = "Who changed it last: the user of the gateway's token.")
        String updatedBy,

        @Nullable @Schema(description = "When it was created, in milliseconds since 1970.")
        Long createTime,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "When it was changed last, in milliseconds since 1970.")
        long updateTime) {

    static RestoredEntity of(StoredAsset asset) {
        Map<String, @Nullable Object> told = asset.record();
        return new RestoredEntity(
                asset.typeName().value(),
                notNull(asset.attributes()),
                asset.guid().value(),
                "ACTIVE",
                asset.name(),
                classificationNames(told),
                list(told, "classifications"),
                list(told, "meaningNames"),
                list(told, "meanings"),
                Boolean.TRUE.equals(told.get("isIncomplete")),
                list(told, "labels"),
                told.get("createdBy") instanceof String user ? user : null,
                asset.updatedBy(),
                told.get("createTime") instanceof Number time ? time.longValue() : null,
                asset.updatedAt().toEpochMilli());
    }

    private static Map<String, Object> notNull(Map<String, @Nullable Object> attributes) {
        Map<String, Object> some = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            if (value != null) {
                some.put(name, value);
            }
        });
        return some;
    }

    /** The store tells classifications in full, and their names only with some answers. */
    private static List<?> classificationNames(Map<String, @Nullable Object> told) {
        return told.get("classificationNames") instanceof List<?> names
                ? names
                : list(told, "classifications").stream()
                        .map(tag -> tag instanceof Map<?, ?> classification ? classification.get("typeName") : null)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static List<?> list(Map<String, @Nullable Object> told, String key) {
        return told.get(key) instanceof List<?> values ? values : List.of();
    }
}
