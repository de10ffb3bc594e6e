package io.restoregateway.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a request.
 *
 * @param pointer where in the body, as a JSON pointer; empty for the body as a whole
 * @param parameter the query or path parameter, where it is not in the body
 * @param line the line of a manifest, from 1
 * @param message what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "One thing wrong with the request: in its body (pointer, or line of a manifest) or in a parameter.")
public record InputError(
        @Nullable
        @Schema(
                description = "Where in the body, as a JSON pointer (RFC 6901); empty for the whole body.",
                example = "/assets/3/guid")
        String pointer,

        @Nullable
        @Schema(description = "The query or path parameter, where it is not in the body.", example = "validateOnly")
        String parameter,

        @Nullable @Schema(description = "The line of a manifest, from 1; its message names it too.", example = "17")
        Long line,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "must be a UUID of 36 lower-case characters")
        String message) {

    /** Something wrong in the body. */
    public static InputError at(String pointer, String message) {
        return new InputError(Text.printable(pointer), null, null, Text.printable(message));
    }

    /** Something wrong on a line of a manifest; the message names the line. */
    public static InputError on(long line, String message) {
        return new InputError(null, null, line, Text.printable(message));
    }

    /** Something wrong with a parameter. */
    public static InputError of(String parameter, String message) {
        return new InputError(null, Text.printable(parameter), null, Text.printable(message));
    }
}
