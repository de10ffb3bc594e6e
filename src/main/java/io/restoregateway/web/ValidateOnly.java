package io.restoregateway.web;

import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the query parameter {@code validateOnly}: only {@code true} and {@code false} count, since anything else might write. */
final class ValidateOnly {

    private ValidateOnly() {}

    static RestoreOptions options(@Nullable String validateOnly, @Nullable Boolean includeTerms) {
        return new RestoreOptions(isTrue(validateOnly), Boolean.TRUE.equals(includeTerms), false);
    }

    private static boolean isTrue(@Nullable String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default ->
                throw ProblemException.invalid(List.of(InputError.of("validateOnly", "must be 'true' or 'false'")));
        };
    }
}
