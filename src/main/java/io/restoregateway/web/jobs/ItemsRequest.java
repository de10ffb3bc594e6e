package io.restoregateway.web.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which page of a job's items a caller asks for. */
record ItemsRequest(
        @Parameter(
                description = "Only items with this outcome; left out, all, open ones included.",
                schema = @Schema(implementation = Outcome.class))
        @Nullable
        String outcome,

        @Parameter(
                description = "How many to answer at most.",
                schema =
                        @Schema(
                                type = "integer",
                                format = "int32",
                                minimum = "1",
                                maximum = "1000",
                                defaultValue = "50"))
        @Nullable
        String limit,

        @Parameter(description = "The `nextCursor` of the page before, with the same `outcome`.") @Nullable
        String cursor) {}
