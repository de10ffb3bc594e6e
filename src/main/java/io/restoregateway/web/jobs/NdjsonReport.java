package io.restoregateway.web.jobs;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A report of one JSON object a line; what does not apply to a row is absent, all values are unchanged. */
final class NdjsonReport implements ReportWriter {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final OutputStream out;

    NdjsonReport(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    @Override
    public void write(ReportRow row) throws IOException {
        out.write(MAPPER.writeValueAsBytes(row));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
