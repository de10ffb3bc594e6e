package io.restoregateway.audit;

/** What is done to an asset. */
public enum Action {
    RESTORE,
    ARCHIVE
}
