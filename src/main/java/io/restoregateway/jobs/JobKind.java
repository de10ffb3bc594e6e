package io.restoregateway.jobs;

/** What a job does with its items. */
public enum JobKind {
    /** Brings archived assets back. */
    RESTORE,
    /** Archives again what another job brought back. */
    UNDO
}
