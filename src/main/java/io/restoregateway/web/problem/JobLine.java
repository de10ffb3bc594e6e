package io.restoregateway.web.problem;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

/**
 * A bulk restore job to know about.
 *
 * @param id which
 * @param state its state at that moment
 */
@Schema(name = "ProblemJob", description = "The job that the problem is about, and its state at that moment.")
public record JobLine(
        @Schema(requiredMode = RequiredMode.REQUIRED, format = "uuid")
        String id,

        @Schema(requiredMode = RequiredMode.REQUIRED, example = "COMPLETED")
        String state) {}
