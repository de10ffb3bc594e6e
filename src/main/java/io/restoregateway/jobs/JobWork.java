package io.restoregateway.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever works on a job has to know of it.
 *
 * @param copiesFrom the job of which it takes items over
 * @param place how far its selection has come
 * @param lanes how many batches may be under way at the same time
 * @param perWrite how many assets a write may hold
 * @param setbacks how often in a row nothing went well
 */
record JobWork(
        UUID id,
        JobKind kind,
        JobState state,
        Phase phase,
        @Nullable UUID parent,
        @Nullable UUID copiesFrom,
        @Nullable Selection selection,
        @Nullable String place,
        JobOptions options,
        String actor,
        String requestId,
        Instant createdAt,
        int lanes,
        int perWrite,
        int setbacks) {}
