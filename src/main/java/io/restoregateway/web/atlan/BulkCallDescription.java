package io.restoregateway.web.atlan;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Describes Atlan's own call, guarded, to those who read the API's description. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Operation(
        operationId = "restoreByAtlanBulkCall",
        summary = "Restore with Atlan's own bulk call, guarded",
        description = """
                Takes the request that Atlan documents for restoring and answers as Atlan does, but verifies every entity \
                first, restores all of them in one write or none, and reads them back.

                It never creates, renames or overwrites anything: the body is compared with what Atlan stores and never \
                forwarded. Every entity needs its own guid, so the SDKs' `restore()` calls, which send a placeholder, are \
                refused. An asset that is active already is left alone and absent in the answer. Also served with a slash \
                at the end.""",
        parameters = {
            @Parameter(
                    name = "replaceClassifications",
                    in = ParameterIn.QUERY,
                    description = BulkCallDescription.ONLY_FALSE,
                    schema = @Schema(type = "string", allowableValues = "false")),
            @Parameter(
                    name = "replaceBusinessAttributes",
                    in = ParameterIn.QUERY,
                    description = BulkCallDescription.ONLY_FALSE,
                    schema = @Schema(type = "string", allowableValues = "false")),
            @Parameter(
                    name = "overwriteBusinessAttributes",
                    in = ParameterIn.QUERY,
                    description = BulkCallDescription.ONLY_FALSE,
                    schema = @Schema(type = "string", allowableValues = "false"))
        },
        requestBody =
                @RequestBody(
                        required = true,
                        content =
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = BulkRequestForm.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "connection",
                                                        summary = "Atlan's published example",
                                                        value = BulkExamples.REQUEST))),
        responses = {
            @ApiResponse(
                    responseCode = "200",
                    description = "Everything asked for is active; `UPDATE` lists what this call restored.",
                    content =
                            @Content(
                                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                                    schema = @Schema(implementation = BulkAnswer.class),
                                    examples = {
                                        @ExampleObject(name = "restored", value = BulkExamples.RESTORED),
                                        @ExampleObject(
                                                name = "alreadyActive",
                                                summary = "Active before: nothing was sent",
                                                value = BulkExamples.ALREADY_ACTIVE)
                                    })),
            @ApiResponse(
                    responseCode = "404",
                    description = "No asset with that guid, or it has another qualifiedName or type; nothing was sent.",
                    content =
                            @Content(
                                    mediaType = MediaType.APPLICATION_JSON_VALUE,
                                    schema = @Schema(implementation = AtlanError.class),
                                    examples = {
                                        @ExampleObject(name = "noSuchGuid", value = BulkExamples.NO_SUCH_GUID),
                                        @ExampleObject(name = "otherName", value = BulkExamples.OTHER_NAME)
                                    }))
        })
@interface BulkCallDescription {

    /** What is said of Atlan's own parameters. */
    String ONLY_FALSE = "Absent or false: nothing but the status is ever written.";
}
