package io.restoregateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which audit events a caller wants; all conditions that are given must hold. */
record AuditRequest(
        @Parameter(
                description = "Of the asset with that guid.",
                schema = @Schema(type = "string", pattern = Words.GUID_FORM))
        @Nullable
        String guid,

        @Parameter(description = "Asked for by that very actor.") @Nullable
        String actor,

        @Parameter(
                description = "In the course of that job.",
                schema = @Schema(type = "string", pattern = Words.GUID_FORM))
        @Nullable
        String jobId,

        @Parameter(
                description = "Asked for at this time or later: RFC 3339, such as 2026-11-21T10:00:00Z.",
                schema = @Schema(type = "string", format = "date-time"))
        @Nullable
        String after,

        @Parameter(
                description = "Asked for before this time: RFC 3339, such as 2026-11-21T10:00:00Z.",
                schema = @Schema(type = "string", format = "date-time"))
        @Nullable
        String before,

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
        String cursor) {}
