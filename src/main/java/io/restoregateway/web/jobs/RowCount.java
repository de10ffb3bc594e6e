package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.util.List;
import java.util.function.Consumer;

/** Passes rows on, up to the limit; blank lines are rows unless nothing but blank lines follows. */
final class RowCount {

    private final long limit;

    private final Consumer<ManifestRow> rows;

    private long total;

    private long firstBlankLine;

    private long blankLines;

    RowCount(long limit, Consumer<ManifestRow> rows) {
        this.limit = limit;
        this.rows = rows;
    }

    void add(ManifestRow row) {
        for (; blankLines > 0; blankLines--) {
            pass(new ManifestRow.Malformed(firstBlankLine++, null, null, null, List.of("the line is empty")));
        }
        pass(row);
    }

    void addBlank(long line) {
        firstBlankLine = blankLines == 0 ? line : firstBlankLine;
        blankLines++;
        if (blankLines > limit) {
            throw tooMany();
        }
    }

    /**
     * How many rows there were.
     *
     * @throws ManifestException when there were none
     */
    long total() {
        if (total == 0) {
            throw ManifestException.of(Flaw.EMPTY, "the manifest has no rows");
        }
        return total;
    }

    private void pass(ManifestRow row) {
        if (total == limit) {
            throw tooMany();
        }
        total++;
        rows.accept(row);
    }

    private ManifestException tooMany() {
        return ManifestException.of(
                Flaw.TOO_MANY_ROWS, "the manifest has more than %,d rows, the limit".formatted(limit));
    }
}
