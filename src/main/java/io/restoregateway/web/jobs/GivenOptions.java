package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobOptions;
import io.restoregateway.web.QueryReader;
import org.jspecify.annotations.Nullable;

/** How a job is to run, as far as a caller says it. */
record GivenOptions(
        @Nullable String name,
        @Nullable Boolean requireConfirmation,
        @Nullable Boolean validateOnly,
        @Nullable Boolean includeTerms,
        @Nullable Boolean skipInvalid,
        @Nullable Long maxFailures,
        @Nullable Double maxFailureRate) {

    private static final int LONGEST_NAME = 200;

    /**
     * The options; what is malformed is left out, and the reader remembers it.
     *
     * @param confirmation whether the job awaits confirmation when the caller does not say
     */
    JobOptions read(QueryReader reader, boolean confirmation) {
        if (maxFailures != null && maxFailures < 0) {
            reader.refuse("maxFailures", "must be 0 or more");
        }
        if (maxFailureRate != null && !(maxFailureRate >= 0 && maxFailureRate <= 1)) {
            reader.refuse("maxFailureRate", "must be 0 to 1");
        }
        return new JobOptions(
                reader.read("name", name, GivenOptions::jobName),
                requireConfirmation == null ? confirmation : requireConfirmation,
                Boolean.TRUE.equals(validateOnly),
                Boolean.TRUE.equals(includeTerms),
                Boolean.TRUE.equals(skipInvalid),
                maxFailures,
                maxFailureRate);
    }

    /** What people call a job. */
    static String jobName(String value) {
        if (value.isBlank() || value.codePointCount(0, value.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("must have 1 to 200 characters that are not all blank");
        }
        return QueryReader.text(value);
    }
}
