package io.restoregateway.web.jobs;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV.
 *
 * @param line where it begins
 * @param columns how many columns it has
 * @param texts what stands in the first three of them
 * @param loneQuote whether a quote stands in a text that is not in quotes
 * @param isBlank whether there is nothing on the line
 */
record CsvRow(long line, int columns, List<String> texts, boolean loneQuote, boolean isBlank) {

    /** What the row says. */
    ManifestRow told() {
        GivenRow given = new GivenRow(text(0), text(1), text(2));
        String wrong = wrongForm();
        if (wrong == null) {
            return given.on(line);
        }
        boolean complete = columns == GivenRow.COLUMNS.size();
        return given.malformed(
                line,
                Stream.concat(Stream.of(wrong), complete ? given.problems().stream() : Stream.empty())
                        .toList());
    }

    private @Nullable String wrongForm() {
        int expected = GivenRow.COLUMNS.size();
        if (columns != expected) {
            return "has %d column%s, not %d; a text with a comma, a quote or a line break must stand in quotes"
                    .formatted(columns, columns == 1 ? "" : "s", expected);
        }
        return loneQuote ? "has a quote in a text without quotes around it; put them, and double the quote" : null;
    }

    private @Nullable String text(int column) {
        return column < texts.size() ? texts.get(column) : null;
    }
}
