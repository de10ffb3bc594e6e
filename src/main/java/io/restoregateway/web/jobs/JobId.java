package io.restoregateway.web.jobs;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads the id of a job from a path. */
final class JobId {

    private static final Pattern FORM =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private JobId() {}

    /** @throws ProblemException when it is none */
    static UUID of(String id) {
        if (!isWellFormed(id)) {
            throw ProblemException.invalid(List.of(InputError.of(
                    "id", "must be the id of a job, a UUID such as 0d5c7b1a-6d2e-4d1e-8a53-6d3a5f3c0f55")));
        }
        return UUID.fromString(id.toLowerCase(Locale.ROOT));
    }

    static boolean isWellFormed(String id) {
        return FORM.matcher(id).matches();
    }
}
