package io.restoregateway.web.jobs;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of what the parser finds; columns that no manifest has are counted, not kept. */
final class CsvRows extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final Utf8Text text;

    private final List<String> texts = new ArrayList<>(GivenRow.COLUMNS.size());

    private boolean loneQuote;

    CsvRows(Utf8Text text) {
        this.text = text;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        text.rowBegins(startingLineNumber);
        texts.clear();
        loneQuote = false;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        if (texts.size() < GivenRow.COLUMNS.size()) {
            String value = new String(buf, offset, len);
            texts.add(value);
            loneQuote |= !quoted && value.indexOf('"') >= 0;
        }
    }

    @Override
    protected CsvRow buildRecord() {
        boolean blank = getRecordType() == RecordType.EMPTY;
        return new CsvRow(getStartingLineNumber(), getFieldCount(), List.copyOf(texts), loneQuote, blank);
    }
}
