package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobOptions;
import io.restoregateway.jobs.Selection;
import java.util.List;

/** What a JSON body orders. */
sealed interface JsonOrder {

    JobOptions options();

    /** A job over the assets listed. */
    record OfList(JobOptions options, List<ManifestRow> rows) implements JsonOrder {}

    /** A job over what a search finds. */
    record OfSelector(JobOptions options, Selection selection) implements JsonOrder {}
}
