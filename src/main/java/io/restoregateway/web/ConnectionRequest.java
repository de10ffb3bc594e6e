package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection as a caller names it, with who shall administer it besides those who do. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "ConnectionToRestore",
        description = "The connection to restore. Everything but the administrators is compared with what Atlan stores"
                + " and never written; administrators given are added to the stored ones.")
record ConnectionRequest(
        @NotNull(message = Words.REQUIRED)
        @QualifiedNameText
        @Schema(description = Words.QUALIFIED_NAME_IS, minLength = 1, maxLength = 10_000)
        String qualifiedName,

        @NotNull(message = Words.REQUIRED) @GuidText @Schema(description = Words.GUID_IS, pattern = Words.GUID_FORM)
        String guid,

        @Pattern(regexp = "^Connection$", message = "must be 'Connection' where it is given")
        @Schema(
                types = {"string", "null"},
                description = "Optional: always `Connection`.",
                example = "Connection")
        @Nullable
        String typeName,

        @Size(min = 1, max = 10_000, message = Words.LENGTH)
        @Schema(
                types = {"string", "null"},
                description = Words.NAME_IS)
        @Nullable
        String name,

        @Size(min = 1, max = 10_000, message = Words.LENGTH)
        @Schema(
                types = {"string", "null"},
                description = "Optional: refused when another connector is stored; never written.")
        @Nullable
        String connectorName,

        @Size(min = 1, max = 10_000, message = Words.LENGTH)
        @Schema(
                types = {"string", "null"},
                description = "Optional: refused when another category is stored; never written.")
        @Nullable
        String category,

        @Size(min = 1, max = 500, message = Words.NO_NAMES)
        @EachOnce
        @Schema(
                types = {"array", "null"},
                description = Words.ADMIN_USERS_IS)
        @Nullable
        List<@NotBlank(message = Words.BLANK) String> adminUsers,

        @Size(min = 1, max = 500, message = Words.NO_NAMES)
        @EachOnce
        @Schema(
                types = {"array", "null"},
                description = Words.ADMIN_GROUPS_IS)
        @Nullable
        List<@NotBlank(message = Words.BLANK) String> adminGroups,

        @Size(min = 1, max = 500, message = Words.NO_NAMES)
        @EachOnce
        @Schema(
                types = {"array", "null"},
                description = Words.ADMIN_ROLES_IS)
        @Nullable
        List<@Pattern(regexp = Words.GUID_FORM, message = Words.ROLE) String> adminRoles)
        implements LooseRequest, EachOnce.Identified {}
