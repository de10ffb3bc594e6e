package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * One line of NDJSON, read as strictly as a request's body; not held against constraints.
 *
 * @param value the record that it says; null when it says none; a component is null where it is absent or of the wrong type
 * @param errors what is wrong with it, pointers being relative to the line
 * @param <T> the type of the record
 */
public record StrictLine<T extends Record>(@Nullable T value, List<InputError> errors) {

    public StrictLine {
        errors = List.copyOf(errors);
    }

    /** Reads a line into a record of texts. */
    public static <T extends Record> StrictLine<T> read(String line, Class<T> type) {
        try {
            JsonDocument document = StrictJson.readLine(line);
            InputErrors errors = new InputErrors();
            document.errors().forEach(errors::add);
            Object value = new RecordBinder(errors).bind(document.root(), type, JsonPointer.empty());
            return new StrictLine<>(type.cast(value), errors.list());
        } catch (ProblemException malformed) {
            return new StrictLine<>(null, malformed.problem().build().errors());
        }
    }
}
