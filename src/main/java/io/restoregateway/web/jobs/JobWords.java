package io.restoregateway.web.jobs;

/** What requests are told of the properties of jobs, in bodies and in queries alike. */
final class JobWords {

    static final String TAG = "Bulk restore jobs";

    static final String NAME_IS = "What people call the job.";

    static final String REQUIRE_CONFIRMATION_IS =
            "true when nothing is changed before somebody has seen the preview and confirmed. Left out: true for a"
                    + " selector, else false.";

    static final String VALIDATE_ONLY_IS = "true for every check and no write: a preview as a job.";

    static final String INCLUDE_TERMS_IS = "true when archived terms and categories may come back with their glossary.";

    static final String SKIP_INVALID_IS =
            "true when malformed entries are left out and counted, instead of refusing the whole list or manifest.";

    static final String MAX_FAILURES_IS =
            "How many items may fail, malformed rows that are left out not counted; one more stops the job. Left out: any number.";

    static final String MAX_FAILURE_RATE_IS =
            "Which share of the items done may fail, 0 to 1; counts once 100 are done. Left out: any.";

    private JobWords() {}
}
