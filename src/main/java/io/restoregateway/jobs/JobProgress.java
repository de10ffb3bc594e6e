package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come.
 *
 * @param total its rows, duplicates and malformed ones included
 * @param duplicates rows that name an asset which an earlier row names too
 * @param invalid malformed rows that were left out
 * @param previewed items of which the preview knows the verdict
 * @param outcomes how many items have which outcome
 * @param itemsPerSecond how fast it runs; null while it does not
 * @param finishedBy when it will be done if it goes on like that; null while that cannot be told
 * @param previewCalls calls to Atlan made to prepare it
 * @param calls calls to Atlan made to run it
 * @param waitingFor what keeps it from going on at the moment, such as a tenant that is away
 */
public record JobProgress(
        long total,
        long duplicates,
        long invalid,
        long previewed,
        Map<Outcome, Long> outcomes,
        @Nullable Double itemsPerSecond,
        @Nullable Instant finishedBy,
        long previewCalls,
        long calls,
        @Nullable String waitingFor) {

    /** How many items have their outcome; duplicates have that of the row they repeat. */
    public long done() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many items are still without an outcome. */
    public long remaining() {
        return Math.max(0, total - duplicates - done());
    }

    /** How many items have this outcome. */
    public long count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }
}
