package io.restoregateway.jobs;

/** How a job learned of its items. */
public enum JobSource {
    /** Listed in the request. */
    ASSETS,
    /** Found by a search, once. */
    SELECTOR,
    /** Listed in a CSV manifest. */
    CSV,
    /** Listed in a manifest of JSON lines. */
    NDJSON,
    /** Taken from another job. */
    JOB
}
