package io.restoregateway.sandbox;

/** Whether an asset or a relationship is there ({@code ACTIVE}) or archived ({@code DELETED}), in Atlan's spelling. */
public enum AssetStatus {
    ACTIVE,
    DELETED
}
