package io.restoregateway.web;

import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An asset whose guid the gateway shall find. */
@Schema(
        name = "RestoreByQualifiedNameRequest",
        description = "The type and unique name of the one archived asset meant; the gateway finds its guid.")
record NamedAssetRequest(
        @NotNull(message = Words.REQUIRED)
        @Pattern(regexp = Words.TYPE_NAME_FORM, message = Words.TYPE_NAME)
        @Schema(description = Words.TYPE_NAME_IS, example = "Table")
        String typeName,

        @NotNull(message = Words.REQUIRED)
        @QualifiedNameText
        @Schema(description = Words.QUALIFIED_NAME_IS, minLength = 1, maxLength = 10_000)
        String qualifiedName,

        @Schema(
                types = {"boolean", "null"},
                description = Words.INCLUDE_TERMS_IS)
        @Nullable
        Boolean includeTerms)
        implements LooseRequest {}
