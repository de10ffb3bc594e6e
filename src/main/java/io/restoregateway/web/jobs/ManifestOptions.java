package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobOptions;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the job of a manifest is to run, as its query says it. */
record ManifestOptions(
        @Parameter(
                description = "With a manifest only. " + JobWords.NAME_IS,
                schema = @Schema(type = "string", minLength = 1, maxLength = 200))
        @Nullable
        String name,

        @Parameter(
                description = "With a manifest only. " + JobWords.REQUIRE_CONFIRMATION_IS,
                schema = @Schema(type = "boolean"))
        @Nullable
        String requireConfirmation,

        @Parameter(
                description = "With a manifest only. " + JobWords.VALIDATE_ONLY_IS,
                schema = @Schema(type = "boolean"))
        @Nullable
        String validateOnly,

        @Parameter(
                description = "With a manifest only. " + JobWords.INCLUDE_TERMS_IS,
                schema = @Schema(type = "boolean"))
        @Nullable
        String includeTerms,

        @Parameter(
                description = "With a manifest only. " + JobWords.SKIP_INVALID_IS,
                schema = @Schema(type = "boolean"))
        @Nullable
        String skipInvalid,

        @Parameter(
                description = "With a manifest only. " + JobWords.MAX_FAILURES_IS,
                schema = @Schema(type = "integer", format = "int64", minimum = "0"))
        @Nullable
        String maxFailures,

        @Parameter(
                description = "With a manifest only. " + JobWords.MAX_FAILURE_RATE_IS,
                schema = @Schema(type = "number", format = "double", minimum = "0", maximum = "1"))
        @Nullable
        String maxFailureRate) {

    /** @throws ProblemException when anything is malformed */
    JobOptions checked() {
        QueryReader reader = new QueryReader();
        GivenOptions given = new GivenOptions(
                name,
                reader.read("requireConfirmation", requireConfirmation, ManifestOptions::truth),
                reader.read("validateOnly", validateOnly, ManifestOptions::truth),
                reader.read("includeTerms", includeTerms, ManifestOptions::truth),
                reader.read("skipInvalid", skipInvalid, ManifestOptions::truth),
                reader.read("maxFailures", maxFailures, ManifestOptions::count),
                reader.read("maxFailureRate", maxFailureRate, ManifestOptions::rate));
        return reader.checked(given.read(reader, false));
    }

    /** @throws ProblemException when anything is given: a body in JSON says it all by itself */
    void refuseAny() {
        Map<String, @Nullable String> given = new LinkedHashMap<>();
        given.put("name", name);
        given.put("requireConfirmation", requireConfirmation);
        given.put("validateOnly", validateOnly);
        given.put("includeTerms", includeTerms);
        given.put("skipInvalid", skipInvalid);
        given.put("maxFailures", maxFailures);
        given.put("maxFailureRate", maxFailureRate);
        given.values().removeIf(Objects::isNull);
        if (!given.isEmpty()) {
            throw ProblemException.invalid(given.keySet().stream()
                    .map(option -> InputError.of(option, "is for manifests; in JSON it is a property of the body"))
                    .toList());
        }
    }

    private static Boolean truth(String value) {
        if (List.of("true", "false").contains(value)) {
            return Boolean.valueOf(value);
        }
        throw new IllegalArgumentException("must be 'true' or 'false'");
    }

    private static Long count(String value) {
        if (value.matches("[0-9]{1,18}")) {
            return Long.valueOf(value);
        }
        throw new IllegalArgumentException("must be a whole number, 0 or more");
    }

    private static Double rate(String value) {
        if (value.matches("[0-9]{1,10}([.][0-9]{1,30})?")) {
            return Double.valueOf(value);
        }
        throw new IllegalArgumentException("must be a number from 0 to 1, such as 0.05");
    }
}
