package io.restoregateway.sandbox;

/** What the sandbox's token may do with an asset. */
public enum AssetAccess {
    /** It may read and write it. */
    FULL,
    /** It may read it; a write is answered with 403. */
    READ_ONLY,
    /** A read by guid is answered with 403, and a search does not find it. */
    NONE
}
