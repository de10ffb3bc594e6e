package io.restoregateway.jobs;

/** What is to be done next for a job. */
enum Phase {
    /** Run the search and write down what it finds. */
    FIND,
    /** Look for items of the same name, and decide whether there is a preview. */
    CHECK,
    /** Ask the rule of each item what a restore would say. */
    PREVIEW,
    RUN,
    /** Give the items that are left the outcome of a job that ended before them. */
    SWEEP,
    NOTHING
}
