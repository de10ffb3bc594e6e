package io.restoregateway.web.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A list of assets to restore, one a row, that is read as it comes in and never held as a whole. */
public final class Manifest {

    private final ManifestFormat format;

    private final @Nullable String encoding;

    private final long maxRows;

    private Manifest(ManifestFormat format, @Nullable String encoding, long maxRows) {
        this.format = format;
        this.encoding = encoding;
        this.maxRows = maxRows;
    }

    /**
     * A manifest of at most so many rows, as its request announces it.
     *
     * @param type the value of Content-Type
     * @param encoding the value of Content-Encoding: absent, {@code identity} or {@code gzip}
     * @throws ManifestException when the gateway cannot read such
     */
    public static Manifest announcedAs(@Nullable MediaType type, @Nullable String encoding, long maxRows) {
        ContentEncoding.refuseUnknown(encoding);
        return new Manifest(ManifestFormat.of(type), encoding, maxRows);
    }

    /**
     * Reads every row, in order and one at a time; nothing is trimmed.
     *
     * @return how many rows there are, the malformed ones included, at least one
     * @throws ManifestException when it cannot be read as a whole: whatever the rows before said must be undone
     * @throws IOException when the body ends before its time: the same
     */
    public long read(InputStream body, Consumer<ManifestRow> rows) throws IOException {
        RowCount counted = new RowCount(maxRows, rows);
        Utf8Text text = new Utf8Text(Signature.stripped(ContentEncoding.decoded(body, encoding)));
        switch (format) {
            case CSV -> new CsvManifest(text).read(counted);
            case NDJSON -> new NdjsonManifest(text).read(counted);
        }
        return counted.total();
    }
}
