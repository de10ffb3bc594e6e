package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;

/** The first bytes of a manifest, which tell files that are none, and a byte order mark, which is no part of the text. */
final class Signature {

    private static final int LONGEST = 4;

    private static final String UTF_8 = "efbbbf";

    private Signature() {}

    /** The stream behind its byte order mark, when it has one and is not something else. */
    static InputStream stripped(InputStream bytes) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(bytes, LONGEST);
        byte[] head = ahead.readNBytes(LONGEST);
        refuseOtherThanText(head);
        int mark = begins(head, UTF_8) ? UTF_8.length() / 2 : 0;
        ahead.unread(head, mark, head.length - mark);
        return ahead;
    }

    static boolean isGzip(byte[] head) {
        return begins(head, "1f8b");
    }

    private static void refuseOtherThanText(byte[] head) {
        if (isGzip(head)) {
            throw ManifestException.of(
                    Flaw.WRONG_ENCODING,
                    "the manifest looks like gzip; announce that with Content-Encoding: gzip (and compress it once), or send it uncompressed");
        }
        if (begins(head, "504b0304")) {
            throw ManifestException.of(
                    Flaw.BINARY,
                    "the manifest looks like a ZIP archive or a workbook (.xlsx); save it as CSV in UTF-8");
        }
        if (begins(head, "fffe") || begins(head, "feff")) {
            throw ManifestException.of(Flaw.NOT_UTF_8, "the manifest looks like UTF-16; save it as UTF-8");
        }
    }

    private static boolean begins(byte[] head, String hex) {
        return HexFormat.of().formatHex(head).startsWith(hex);
    }
}
