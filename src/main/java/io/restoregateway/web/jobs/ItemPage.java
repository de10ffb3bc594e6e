package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a job's items. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "JobItems", description = "A page of the job's items, in input order.")
record ItemPage(
        @Schema(requiredMode = RequiredMode.REQUIRED) List<ItemBody> items,

        @Nullable
        @Schema(description = "Give it as `cursor`, with the same `outcome`, for the next page; absent on the last.")
        String nextCursor) {}
