package io.restoregateway.web.jobs;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the path variable {@code id} of a job. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "The id of the job.",
        example = "0d5c7b1a-6d2e-4d1e-8a53-6d3a5f3c0f55",
        schema = @Schema(type = "string", format = "uuid"))
@interface JobIdParameter {}
