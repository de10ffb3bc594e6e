package io.restoregateway.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands at one moment.
 *
 * @param parent the job whose assets it restores or archives again: the one that it retries, or that it, or the undo
 *     that it retries, takes back
 * @param retried the job whose failures it tries again
 * @param selection what was searched for, where it was
 * @param requestId the id of the request that ordered it
 * @param confirmedBy who let it run, where somebody had to
 * @param preview what it would do; null before it was found out, and where nobody asked
 * @param reason why it failed, stopped or waits; null when there is nothing to explain
 * @param revision grows with every change
 */
public record RestoreJob(
        UUID id,
        JobKind kind,
        JobState state,
        JobSource source,
        @Nullable UUID parent,
        @Nullable UUID retried,
        @Nullable Selection selection,
        JobOptions options,
        String createdBy,
        String requestId,
        Instant createdAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        JobProgress progress,
        @Nullable Preview preview,
        @Nullable Reason reason,
        long revision) {

    /**
     * Why a job is in its state.
     *
     * @param code as the API's problems call it
     * @param message a sentence
     */
    public record Reason(String code, String message) {}
}
