package io.restoregateway.restore;

import org.jspecify.annotations.Nullable;

/**
 * Atlan's own words about something that went wrong.
 *
 * @param status the HTTP status of its answer; 0 when there was none
 * @param errorCode its code, such as {@code ATLAS-404-00-005}
 * @param errorMessage its message, shortened to 1,000 characters
 * @param entityGuid the guid it blames
 * @param requestId the {@code X-Atlan-Request-Id} of the call
 */
public record UpstreamError(
        int status,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable String entityGuid,
        @Nullable String requestId) {}
