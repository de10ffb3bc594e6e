package io.restoregateway.jobs;

/** The rows of a job on their way into the database; nothing remains of them unless it is finished. */
public interface Upload extends AutoCloseable {

    /** Takes one row, in input order. */
    void add(JobRow row);

    /**
     * Makes a job of the rows.
     *
     * @param fingerprint what tells this order from another one under the same idempotency key
     */
    Creation finish(String fingerprint);

    /** Throws the rows away unless they were made a job. */
    @Override
    void close();
}
