package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A request body that is well-formed JSON.
 *
 * @param root what it says
 * @param errors what is well-formed but not acceptable anywhere: duplicate keys, NUL, lone surrogates
 */
public record JsonDocument(JsonNode root, List<InputError> errors) {

    public JsonDocument {
        errors = List.copyOf(errors);
    }
}
