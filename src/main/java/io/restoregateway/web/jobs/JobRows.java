package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobRow;

/** Rows as jobs take them. */
final class JobRows {

    private JobRows() {}

    static JobRow of(ManifestRow row) {
        return switch (row) {
            case ManifestRow.Claimed claimed -> new JobRow.Claimed(claimed.line(), claimed.asset());
            case ManifestRow.Malformed wrong ->
                new JobRow.Malformed(
                        wrong.line(),
                        wrong.typeName(),
                        wrong.qualifiedName(),
                        wrong.guid(),
                        String.join("; ", wrong.problems()));
        };
    }
}
