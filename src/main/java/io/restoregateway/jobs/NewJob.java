package io.restoregateway.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a job when it is ordered.
 *
 * @param parent the job that this one retries or undoes
 * @param copiesFrom the job of which it takes items over
 */
record NewJob(
        JobOrder order,
        JobKind kind,
        JobSource source,
        @Nullable UUID parent,
        @Nullable UUID copiesFrom,
        @Nullable Selection selection) {}
