package io.restoregateway.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the query parameter {@code validateOnly}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = Words.VALIDATE_ONLY_IS, schema = @Schema(type = "boolean", defaultValue = "false"))
@interface ValidateOnlyParameter {}
