package io.restoregateway.web.jobs;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of jobs a caller asks for. */
record JobListRequest(
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

        @Parameter(description = "The `nextCursor` of the page before.") @Nullable
        String cursor) {}
