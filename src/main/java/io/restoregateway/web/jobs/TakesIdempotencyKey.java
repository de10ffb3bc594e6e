package io.restoregateway.web.jobs;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the header {@code Idempotency-Key}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = IdempotencyKey.HEADER,
        in = ParameterIn.HEADER,
        description =
                "Your own name for this order, 1 to 255 visible ASCII characters: the same request under the same key"
                        + " gives the same job, another one is refused. Keys of different callers are different.",
        schema = @Schema(type = "string", minLength = 1, maxLength = 255))
@interface TakesIdempotencyKey {}
