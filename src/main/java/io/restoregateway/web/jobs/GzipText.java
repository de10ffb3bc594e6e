package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * What was compressed with gzip, of one member or several; damage is told apart from a connection that broke.
 *
 * <p>The JDK's own stream takes anything that it cannot read behind a complete member for the end, also a member that
 * is damaged and a connection that breaks there: rows would be lost in silence.
 */
final class GzipText extends GZIPInputStream {

    private static final int TRAILER = 8;

    private static final int BUFFER = 8192;

    private final Source source;

    private long takenUntilFill;

    private GzipText(Source source) throws IOException {
        super(source, BUFFER);
        this.source = source;
    }

    static InputStream of(InputStream compressed) throws IOException {
        Source source = new Source(compressed);
        try {
            return new GzipText(source);
        } catch (ZipException | EOFException broken) {
            throw source.reason(broken);
        }
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        takenUntilFill = source.taken;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = super.read(buffer, offset, length);
            if (count < 0) {
                refuseLeftovers();
            }
            return count;
        } catch (ZipException | EOFException broken) {
            throw source.reason(broken);
        }
    }

    private void refuseLeftovers() throws IOException {
        if (source.failure != null) {
            throw source.failure;
        }
        if (inf.getRemaining() + source.taken - takenUntilFill != TRAILER) {
            throw damaged("what follows its end is not gzip");
        }
    }

    private static ManifestException damaged(@Nullable String how) {
        return ManifestException.of(Flaw.WRONG_ENCODING, "the manifest is damaged gzip: " + how);
    }

    /** The compressed bytes, counted; remembers that reading them failed, whoever swallows it. */
    private static final class Source extends FilterInputStream {

        private long taken;

        private @Nullable IOException failure;

        private Source(InputStream compressed) {
            super(compressed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                taken += Math.max(count, 0);
                return count;
            } catch (IOException broken) {
                failure = broken;
                throw broken;
            }
        }

        private IOException reason(IOException broken) {
            if (failure != null) {
                return failure;
            }
            throw damaged(broken instanceof EOFException ? "it ends too early" : broken.getMessage());
        }
    }
}
