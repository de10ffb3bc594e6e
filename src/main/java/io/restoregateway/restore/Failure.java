package io.restoregateway.restore;

/**
 * Why Atlan definitely refused a write.
 *
 * @param kind what sort of refusal it is
 * @param detail a sentence for the caller
 * @param upstream Atlan's own words
 */
public record Failure(Kind kind, String detail, UpstreamError upstream) {

    /** The sorts of refusals. */
    public enum Kind {
        /** The asset is gone. */
        ASSET_NOT_FOUND,
        /** The gateway's token may not change the asset. */
        FORBIDDEN_BY_ATLAN,
        /** Atlan cannot restore this asset (invalid input, operation not supported). */
        NOT_RESTORABLE,
        /** The connection would be left without an administrator. */
        CONNECTION_WITHOUT_ADMIN,
        /** The gateway's token is not accepted. */
        UPSTREAM_UNAUTHENTICATED,
        /** Any other refusal. */
        UPSTREAM_ERROR
    }
}
