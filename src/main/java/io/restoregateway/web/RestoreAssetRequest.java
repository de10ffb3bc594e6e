package io.restoregateway.web;

import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The one asset of a request. */
@Schema(name = "RestoreAssetRequest", description = AssetRequest.WHAT)
record RestoreAssetRequest(
        @NotNull(message = Words.REQUIRED)
        @Pattern(regexp = Words.TYPE_NAME_FORM, message = Words.TYPE_NAME)
        @Schema(description = Words.TYPE_NAME_IS, example = "Table")
        String typeName,

        @NotNull(message = Words.REQUIRED)
        @QualifiedNameText
        @Schema(description = Words.QUALIFIED_NAME_IS, minLength = 1, maxLength = 10_000)
        String qualifiedName,

        @NotNull(message = Words.REQUIRED) @GuidText @Schema(description = Words.GUID_IS, pattern = Words.GUID_FORM)
        String guid,

        @Size(min = 1, max = 10_000, message = Words.LENGTH)
        @Schema(
                types = {"string", "null"},
                description = Words.NAME_IS)
        @Nullable
        String name,

        @GuidText
        @Schema(
                types = {"string", "null"},
                description = Words.GLOSSARY_GUID_IS,
                pattern = Words.GUID_FORM)
        @Nullable
        String glossaryGuid,

        @Schema(
                types = {"boolean", "null"},
                description = Words.INCLUDE_TERMS_IS)
        @Nullable
        Boolean includeTerms)
        implements LooseRequest {

    AssetRequest asset() {
        return new AssetRequest(typeName, qualifiedName, guid, name, glossaryGuid);
    }
}
