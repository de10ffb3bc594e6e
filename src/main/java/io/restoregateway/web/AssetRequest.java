package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An asset as a caller names it, in a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AssetToRestore", description = AssetRequest.WHAT)
record AssetRequest(
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
        String glossaryGuid)
        implements LooseRequest, EachOnce.Identified {

    static final String WHAT = "The asset to restore, by all three of its keys; they are compared with what Atlan"
            + " stores, byte for byte, and nothing given here is ever written.";
}
