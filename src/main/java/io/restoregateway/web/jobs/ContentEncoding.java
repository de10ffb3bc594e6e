package io.restoregateway.web.jobs;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import io.restoregateway.web.problem.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request's Content-Encoding says about its body: nothing, or that it is gzip. */
final class ContentEncoding {

    private ContentEncoding() {}

    static void refuseUnknown(@Nullable String header) {
        if (!isGzip(header) && !isNone(header)) {
            throw ManifestException.of(
                    Flaw.UNSUPPORTED_ENCODING,
                    "Content-Encoding %s is not accepted; send the manifest as it is, or as gzip"
                            .formatted(Text.quoted(plain(header))));
        }
    }

    static InputStream decoded(InputStream body, @Nullable String header) throws IOException {
        return isGzip(header) ? gunzipped(body) : body;
    }

    private static InputStream gunzipped(InputStream body) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(body, 2);
        byte[] head = ahead.readNBytes(2);
        if (head.length > 0 && !Signature.isGzip(head)) {
            throw ManifestException.of(
                    Flaw.WRONG_ENCODING,
                    "the manifest is not gzip, although Content-Encoding says so; leave the header out, or compress the manifest");
        }
        ahead.unread(head);
        return head.length == 0 ? ahead : GzipText.of(ahead);
    }

    private static boolean isGzip(@Nullable String header) {
        return plain(header).equals("gzip") || plain(header).equals("x-gzip");
    }

    private static boolean isNone(@Nullable String header) {
        return plain(header).isEmpty() || plain(header).equals("identity");
    }

    private static String plain(@Nullable String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }
}
