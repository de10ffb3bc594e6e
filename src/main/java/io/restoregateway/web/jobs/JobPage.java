package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of jobs. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RestoreJobs", description = "A page of jobs, the newest first, without their previews.")
record JobPage(
        @Schema(requiredMode = RequiredMode.REQUIRED) List<JobBody> items,

        @Nullable @Schema(description = "Give it as `cursor` for the next page; absent on the last.")
        String nextCursor) {}
