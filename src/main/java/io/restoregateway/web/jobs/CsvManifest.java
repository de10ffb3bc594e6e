package io.restoregateway.web.jobs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a manifest in CSV, as RFC 4180 has it. */
final class CsvManifest {

    /** Beyond the longest row, so that the text's own limit, which knows the line, is met first. */
    private static final int BUFFER = 2 * Math.toIntExact(Utf8Text.MAX_ROW.toBytes());

    private final Utf8Text text;

    private final CsvReader<CsvRow> csv;

    CsvManifest(Utf8Text text) {
        this.text = text;
        this.csv = CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(BUFFER)
                .build(new CsvRows(text), text);
    }

    void read(RowCount rows) throws IOException {
        try {
            skipHeader();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        while (hasNext()) {
            CsvRow row = csv.iterator().next();
            if (row.isBlank()) {
                rows.addBlank(row.line());
            } else {
                rows.add(row.told());
            }
        }
    }

    private void skipHeader() {
        try {
            csv.skipLines(CsvManifest::isHeader, 1);
            csv.skipLines(1);
        } catch (CsvParseException noLine) {
            throw ManifestException.of(Flaw.EMPTY, "the manifest is empty");
        }
    }

    private static boolean isHeader(String line) {
        CsvHeader.refuseOther(line);
        return true;
    }

    private boolean hasNext() throws IOException {
        try {
            return csv.iterator().hasNext();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof ManifestException reason) {
                throw reason;
            }
            throw wrongQuotes();
        }
    }

    /** The parser fails by itself for two reasons, and only one of them needs the end. */
    private ManifestException wrongQuotes() {
        return ManifestException.at(
                text.rowLine(),
                Flaw.WRONG_QUOTES,
                text.isAtEnd()
                        ? "begins a row with a quote that is not closed"
                        : "begins a row where something follows a closing quote; within quotes, a quote must be doubled");
    }
}
