package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.util.unit.DataSize;

/** A manifest's bytes, which end with a refusal where they become too many. */
final class LimitedText extends FilterInputStream {

    private final DataSize limit;

    private long count;

    LimitedText(InputStream bytes, DataSize limit) {
        super(bytes);
        this.limit = limit;
    }

    static void refuse(long length, DataSize limit) {
        if (length > limit.toBytes()) {
            throw ManifestException.of(
                    Flaw.TOO_LARGE,
                    "the manifest has more than %,d bytes, the limit (%s)"
                            .formatted(limit.toBytes(), JobCallsProperties.MAX_MANIFEST_SIZE));
        }
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        return counted(read, read);
    }

    private int counted(int result, int bytes) {
        count += result < 0 ? 0 : bytes;
        refuse(count, limit);
        return result;
    }
}
