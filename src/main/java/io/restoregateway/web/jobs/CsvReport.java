package io.restoregateway.web.jobs;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A report as RFC 4180 has CSV: a header, CRLF, quotes where they are needed, nothing where nothing applies.
 *
 * <p>Texts are neutralised for spreadsheets ({@link Cell}); several warnings stand in one cell, separated by a blank.
 */
final class CsvReport implements ReportWriter {

    private final CsvWriter csv;

    CsvReport(OutputStream out) throws IOException {
        csv = CsvWriter.builder().build(out);
        writeRecord(
                "row",
                "typeName",
                "qualifiedName",
                "guid",
                "outcome",
                "code",
                "message",
                "warnings",
                "duplicateOf",
                "by",
                "at");
    }

    @Override
    public void write(ReportRow row) throws IOException {
        writeRecord(
                Long.toString(row.row()),
                Cell.of(row.typeName()),
                Cell.of(row.qualifiedName()),
                Cell.of(row.guid()),
                Cell.of(row.outcome()),
                Cell.of(row.code()),
                Cell.of(row.message()),
                Cell.of(String.join(" ", row.warnings())),
                row.duplicateOf() == null ? "" : Long.toString(row.duplicateOf()),
                Cell.of(row.by()),
                row.at() == null ? "" : row.at().toString());
    }

    private void writeRecord(String... cells) throws IOException {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
