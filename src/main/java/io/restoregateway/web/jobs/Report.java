package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobItem;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The report of a job: one row for each input, in order; as far as the job has come, the rest being open. */
record Report(UUID job, ReportFormat format) {

    /** @throws ProblemException when there is no such form */
    static Report of(UUID job, @Nullable String format) {
        QueryReader reader = new QueryReader();
        ReportFormat read = reader.read("format", format, Report::format);
        return reader.checked(new Report(job, Objects.requireNonNullElse(read, ReportFormat.CSV)));
    }

    String fileName() {
        return "restore-job-%s.%s".formatted(job, format.name().toLowerCase(Locale.ROOT));
    }

    void write(RestoreJob of, RestoreJobs jobs, OutputStream out) throws IOException {
        String by = Objects.requireNonNullElse(of.confirmedBy(), of.createdBy());
        ReportWriter writer = ReportWriter.to(out, format);
        try {
            jobs.eachItem(job, item -> write(item, by, writer));
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
        // Only now: closing would make a report that broke off look whole.
        writer.close();
    }

    private static void write(JobItem item, String by, ReportWriter writer) {
        try {
            writer.write(row(item, by));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ReportRow row(JobItem item, String by) {
        Conclusion outcome = item.outcome();
        return new ReportRow(
                item.position() + 1,
                item.typeName(),
                item.qualifiedName(),
                item.guid(),
                outcome == null ? null : outcome.outcome().name(),
                outcome == null ? null : outcome.code(),
                outcome == null ? null : outcome.message(),
                item.warnings(),
                item.duplicateOf() == null ? null : item.duplicateOf() + 1,
                outcome == null ? null : by,
                item.at());
    }

    private static ReportFormat format(String value) {
        return switch (value) {
            case "csv" -> ReportFormat.CSV;
            case "ndjson" -> ReportFormat.NDJSON;
            default -> throw new IllegalArgumentException("must be 'csv' or 'ndjson'");
        };
    }
}
