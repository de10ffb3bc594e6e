package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came of one call, named by whether the server can have acted. */
sealed interface Answer {

    /** Answered with 200 and whole JSON. */
    record Told(JsonNode body, String requestId) implements Answer {}

    /** Answered with 200, but with more than is accepted: acted upon, and not read. */
    record TooLarge(UpstreamError error) implements Answer {}

    /** Turned down; nothing was done. */
    record Refused(UpstreamError error) implements Answer {}

    /** Turned away because of too many calls; nothing was done. */
    record Throttled(UpstreamError error, Duration retryAfter) implements Answer {}

    /** Turned away because the tenant is in maintenance; nothing was done. */
    record Maintenance(UpstreamError error, Duration retryAfter) implements Answer {}

    /**
     * Not a byte of the request was sent; nothing was done, nor will be.
     *
     * @param away whether the server could not be reached; else the gateway itself gave the request up
     */
    record NeverLeft(UpstreamError error, boolean away) implements Answer {}

    /**
     * No definite answer: it may have been done, or may be done later.
     *
     * @param conflict whether the store says that it gave up because of a concurrent change
     * @param away whether there was no answer, or one that says that the server is away; else it was nonsense
     */
    record MayHaveActed(UpstreamError error, boolean conflict, boolean away) implements Answer {}

    /** Atlan's words where something is wrong; null when all is well. */
    default @Nullable UpstreamError trouble() {
        return switch (this) {
            case Told _ -> null;
            case TooLarge answer -> answer.error();
            case Refused answer -> answer.error();
            case Throttled answer -> answer.error();
            case Maintenance answer -> answer.error();
            case NeverLeft answer -> answer.error();
            case MayHaveActed answer -> answer.error();
        };
    }
}
