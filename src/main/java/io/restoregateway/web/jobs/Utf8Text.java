package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.springframework.util.unit.DataSize;

/**
 * Text in UTF-8 that must be text: malformed bytes, NUL and rows without end are refused by their line, early.
 *
 * <p>A line ends with LF, CRLF or CR.
 */
final class Utf8Text extends Reader {

    /** The longest row, in bytes; 10,000 characters take at most 120,000, escaped as JSON. */
    static final DataSize MAX_ROW = DataSize.ofMegabytes(1);

    private static final int BUFFER = 8192;

    private final InputStream bytes;

    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER).flip();

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    private boolean exhausted;

    private long line = 1;

    private boolean afterCarriageReturn;

    private long rowLine = 1;

    private long rowBytes;

    Utf8Text(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Says that what is read from here on belongs to the row that begins on that line. */
    void rowBegins(long firstLine) {
        rowLine = firstLine;
        rowBytes = 0;
    }

    /** The line on which the row begins that is being read. */
    long rowLine() {
        return rowLine;
    }

    /** Whether its end was read, not only what stands before it. */
    boolean isAtEnd() {
        return exhausted;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        CharBuffer decoded = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(undecoded, decoded, exhausted);
            int count = decoded.position() - offset;
            countLines(buffer, offset, count);
            if (result.isError()) {
                throw ManifestException.at(line, Flaw.NOT_UTF_8, "is not well-formed UTF-8");
            }
            if (count > 0 || exhausted) {
                return count > 0 ? count : -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        undecoded.compact();
        int count = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        exhausted = count < 0;
        undecoded.position(undecoded.position() + Math.max(count, 0)).flip();
        rowBytes += Math.max(count, 0);
        if (rowBytes > MAX_ROW.toBytes()) {
            throw ManifestException.at(
                    rowLine,
                    Flaw.ROW_TOO_LONG,
                    "begins a row of more than %,d bytes, the limit; perhaps a quote is not closed, or this is no manifest"
                            .formatted(MAX_ROW.toBytes()));
        }
    }

    private void countLines(char[] buffer, int offset, int count) {
        for (int index = offset; index < offset + count; index++) {
            char next = buffer[index];
            if (next == '\0') {
                throw ManifestException.at(
                        line, Flaw.BINARY, "holds a NUL byte: this is no text, or text in another encoding than UTF-8");
            }
            if (next == '\r' || (next == '\n' && !afterCarriageReturn)) {
                line++;
            }
            afterCarriageReturn = next == '\r';
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
