package io.restoregateway.web.jobs;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key}, plain or as the quoted string that the IETF's draft has. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final String WRONG = "must be 1 to 255 visible ASCII characters, plain or as a quoted string";

    private static final Pattern PLAIN = Pattern.compile("[!#-~][!-~]{0,254}");

    private static final Pattern QUOTED = Pattern.compile("\"((?:[!#-\\[\\]-~]|\\\\[\"\\\\]){1,255})\"");

    private IdempotencyKey() {}

    /** @throws ProblemException when it is malformed, or given more than once */
    static @Nullable String of(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HEADER));
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1) {
            throw wrong("is given more than once");
        }
        String value = given.getFirst().strip();
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        if (!PLAIN.matcher(value).matches()) {
            throw wrong(WRONG);
        }
        return value;
    }

    private static ProblemException wrong(String message) {
        return ProblemException.invalid(List.of(InputError.of(HEADER, message)));
    }
}
