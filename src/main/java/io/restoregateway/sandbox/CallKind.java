package io.restoregateway.sandbox;

/** The kinds of calls that are counted and that faults are matched by. */
public enum CallKind {
    /** One asset by guid or by qualifiedName, or its header. */
    READ,
    /** Many assets by guid. */
    BULK_READ,
    /** A search in the index. */
    SEARCH,
    /** A bulk call that creates, updates and restores. */
    WRITE,
    /** Archiving or purging. */
    ARCHIVE
}
