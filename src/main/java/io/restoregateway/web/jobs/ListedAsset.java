package io.restoregateway.web.jobs;

import io.restoregateway.web.IdentityWords;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** An asset as a list names it, in whatever shape. */
@Schema(
        name = "AssetOfJob",
        description =
                "An asset by all three of its keys, which every attempt compares with what Atlan stores, byte for byte."
                        + " The `identity` that Find answers is one as it is; jobs take no other claims.")
record ListedAsset(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "The type as Atlan names it, case-sensitive.",
                pattern = IdentityWords.TYPE_NAME_FORM,
                example = "Table")
        @Nullable
        String typeName,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "The unique name, exactly as Atlan stores it.",
                minLength = 1,
                maxLength = 10_000)
        @Nullable
        String qualifiedName,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "The unique identifier, a UUID of 36 lower-case characters.",
                pattern = IdentityWords.GUID_FORM)
        @Nullable
        String guid) {

    GivenRow given() {
        return new GivenRow(typeName, qualifiedName, guid);
    }
}
