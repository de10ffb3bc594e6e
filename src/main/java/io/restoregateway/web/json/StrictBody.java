package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * A request's body, read strictly but not held against constraints, for calls that may take it in spite of its errors.
 *
 * @param value the record that it says; a component is null where it is absent or of the wrong type
 * @param errors what is wrong with it, all of it
 * @param <T> the type of the record
 */
public record StrictBody<T extends LooseRequest>(T value, List<InputError> errors) {

    public StrictBody {
        errors = List.copyOf(errors);
    }

    /**
     * Reads a body into a record.
     *
     * @throws ProblemException when it is not well-formed JSON, or no object
     */
    public static <T extends LooseRequest> StrictBody<T> read(byte[] body, Class<T> type) {
        InputErrors errors = new InputErrors(Integer.MAX_VALUE);
        JsonDocument document = StrictJson.read(body, errors);
        @Nullable Object value = new RecordBinder(errors).bind(document.root(), type, JsonPointer.empty());
        if (value == null) {
            throw ProblemException.invalid(errors.list());
        }
        return new StrictBody<>(type.cast(value), errors.list());
    }
}
