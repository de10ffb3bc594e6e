package io.restoregateway.jobs;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a job when it is ordered. */
record NewJob(
        JobOrder order,
        JobKind kind,
        JobSource source,
        @Nullable UUID parent,
        @Nullable Selection selection) {}
