package io.restoregateway.audit;

import io.restoregateway.restore.Guid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant; all conditions that are not null must hold.
 *
 * @param guid of that asset
 * @param actor asked for by that one
 * @param jobId in the course of that job
 * @param after asked for at that time or later
 * @param before asked for before that time
 */
public record AuditSelector(
        @Nullable Guid guid,
        @Nullable String actor,
        @Nullable UUID jobId,
        @Nullable Instant after,
        @Nullable Instant before) {}
