package io.restoregateway.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that the tenant was asked to answer.
 *
 * @param status the status that was answered; 0 when the connection was dropped
 * @param entities how many entities it read or wrote, or asked for
 * @param requestId the caller's {@code X-Atlan-Request-Id}
 */
public record RecordedCall(
        CallKind kind,
        String method,
        String path,
        int status,
        int entities,
        @Nullable String requestId,
        Instant at) {}
