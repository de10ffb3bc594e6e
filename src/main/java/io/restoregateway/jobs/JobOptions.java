package io.restoregateway.jobs;

import org.jspecify.annotations.Nullable;

/**
 * How a job is to run.
 *
 * @param name what people call it, 1 to 200 characters
 * @param requireConfirmation true when nothing is changed before somebody has seen the preview and confirmed
 * @param validateOnly true for every check and no write
 * @param includeTerms true when archived terms and categories may come back with their glossary
 * @param skipInvalid true when malformed rows of a manifest are left out instead of refusing the whole
 * @param maxFailures how many items may fail; one more stops the job; null for any number
 * @param maxFailureRate which share of the items done may fail, 0 to 1; counts once 100 are done; null for any
 */
public record JobOptions(
        @Nullable String name,
        boolean requireConfirmation,
        boolean validateOnly,
        boolean includeTerms,
        boolean skipInvalid,
        @Nullable Long maxFailures,
        @Nullable Double maxFailureRate) {

    /** The same, but that nothing is changed before somebody has confirmed. */
    public JobOptions awaitingConfirmation() {
        return new JobOptions(
                name, !validateOnly, validateOnly, includeTerms, skipInvalid, maxFailures, maxFailureRate);
    }

    /** Whether every item is checked before anything else happens. */
    boolean isPreviewed() {
        return requireConfirmation || validateOnly;
    }
}
