package io.restoregateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The conditions of a search as a caller gives them; all that are given must hold. */
record FindRequest(
        @Parameter(description = "The very type, case-sensitive.", example = "Connection") @Nullable
        String typeName,

        @Parameter(
                description = "The asset of that qualifiedName and everything beneath it: a prefix ends at a `/`,"
                        + " `…/SCHEMA` never takes `…/SCHEMA2`.",
                example = "default/mongodb")
        @Nullable
        String qualifiedNamePrefix,

        @Parameter(description = "Everything that belongs to the connection of that qualifiedName.") @Nullable
        String connectionQualifiedName,

        @Parameter(description = "The very name, case-sensitive.") @Nullable
        String name,

        @Parameter(description = "Who changed it last: who archived it, unless somebody edited it since.") @Nullable
        String archivedBy,

        @Parameter(
                description = "Changed last at this time or later: RFC 3339, such as 2026-11-21T10:00:00Z.",
                schema = @Schema(type = "string", format = "date-time"))
        @Nullable
        String archivedAfter,

        @Parameter(
                description = "Changed last before this time: RFC 3339, such as 2026-11-21T10:00:00Z.",
                schema = @Schema(type = "string", format = "date-time"))
        @Nullable
        String archivedBefore,

        @Parameter(
                description = "How many to answer at most.",
                schema =
                        @Schema(
                                type = "integer",
                                format = "int32",
                                minimum = "1",
                                maximum = "100",
                                defaultValue = "50"))
        @Nullable
        String limit,

        @Parameter(description = "The `nextCursor` of the page before, with the same conditions.") @Nullable
        String cursor)
        implements GivenSelector {}
