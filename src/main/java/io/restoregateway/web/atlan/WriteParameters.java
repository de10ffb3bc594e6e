package io.restoregateway.web.atlan;

import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.Text;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses the query parameters that would have Atlan write more than a status, and those that nobody knows. */
final class WriteParameters {

    /** What the API's description says of those that Atlan documents. */
    static final String ONLY_FALSE = "Absent or false: nothing but the status is ever written.";

    private static final Pattern KNOWN = Pattern.compile("(?:replace|append|overwrite)[A-Za-z]+");

    private static final int LONGEST_NAME_TOLD = 100;

    private WriteParameters() {}

    /** @throws ProblemException when any parameter is unknown, or known and not false */
    static void refuse(Map<String, String[]> parameters) {
        InputErrors errors = new InputErrors();
        parameters.forEach((name, values) -> {
            if (!KNOWN.matcher(name).matches()) {
                errors.add(InputError.of(
                        shortened(name),
                        "is not accepted here: leave out all but Atlan's replace…, append… and overwrite…"));
            } else if (!Arrays.stream(values).allMatch(WriteParameters::isFalse)) {
                errors.add(
                        InputError.of(
                                shortened(name),
                                "must be absent or false: this call restores and writes nothing besides, so it would be ignored"));
            }
        });
        if (errors.any()) {
            throw ProblemException.invalid(errors.list());
        }
    }

    /** Python writes False. */
    private static boolean isFalse(@Nullable String value) {
        return "false".equalsIgnoreCase(value);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME_TOLD ? name : Text.quoted(name.substring(0, LONGEST_NAME_TOLD));
    }
}
