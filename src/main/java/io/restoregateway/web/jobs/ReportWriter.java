package io.restoregateway.web.jobs;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a report row by row; to be closed at the end, which closes the stream too. */
public interface ReportWriter extends Closeable {

    /** Begins a report; one without rows is complete when it is closed. */
    static ReportWriter to(OutputStream out, ReportFormat format) throws IOException {
        return switch (format) {
            case CSV -> new CsvReport(out);
            case NDJSON -> new NdjsonReport(out);
        };
    }

    /** Writes the next row. */
    void write(ReportRow row) throws IOException;
}
