package io.restoregateway.web.jobs;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Describes the answer 202 with a job. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "202",
        description = "The job.",
        headers = {
            @Header(
                    name = "Location",
                    description = "Where the job is.",
                    schema = @Schema(type = "string", format = "uri-reference")),
            @Header(
                    name = "Idempotent-Replay",
                    description = "true when the job was made by an earlier request under the same key.",
                    schema = @Schema(type = "boolean"))
        },
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = JobBody.class)))
@interface JobAccepted {}
