package io.restoregateway.audit;

import io.restoregateway.restore.Conclusion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody had something done to an asset, and what came of it.
 *
 * @param id tells it from all others; later ones have larger ids
 * @param at when it was asked for
 * @param conclusion what came of it; null while that is not known
 * @param completedAt when that was known
 * @param atlanRequestId Atlan's id of the write, where one was sent and answered
 */
public record AuditEvent(
        long id,
        Instant at,
        Origin origin,
        Subject asset,
        @Nullable Conclusion conclusion,
        @Nullable Instant completedAt,
        @Nullable String atlanRequestId) {

    /**
     * The asset that it is about.
     *
     * @param qualifiedName null where Atlan tells none
     * @param guid null when the asset was asked for by its name, and none was found
     */
    public record Subject(
            String typeName,
            @Nullable String qualifiedName,
            @Nullable String guid) {}
}
