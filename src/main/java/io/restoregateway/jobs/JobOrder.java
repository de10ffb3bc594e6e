package io.restoregateway.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Who orders a job, and how it is to run.
 *
 * @param actor who asks, 1 to 200 characters
 * @param requestId the id of the request that asks
 * @param idempotencyKey the caller's own name for this order, 1 to 255 characters; the same key gives the same job
 */
public record JobOrder(
        String actor,
        String requestId,
        JobOptions options,
        @Nullable String idempotencyKey) {}
