package io.restoregateway.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose word, and in the course of what, something is done.
 *
 * @param actor who asked for it; never anything secret
 * @param requestId the id of the request that asked for it
 * @param jobId the job that does it; null when it is done at once
 * @param action what is done
 */
public record Origin(
        String actor, String requestId, @Nullable UUID jobId, Action action) {

    private static final int LONGEST_ACTOR = 200;

    private static final int LONGEST_REQUEST_ID = 128;

    public Origin {
        actor = StorableText.of(actor, LONGEST_ACTOR);
        requestId = StorableText.of(requestId, LONGEST_REQUEST_ID);
    }
}
