package io.restoregateway.web.jobs;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one order from another under the same idempotency key: a digest of what was called, how, and of the very body. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint(MessageDigest digest) {
        this.digest = digest;
    }

    /** Begins with what is told outside of the body. */
    static Fingerprint of(String path, Object form) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((path + '\n' + form + '\n').getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The body as a stream; what is read of it counts. */
    InputStream over(InputStream body) {
        return new DigestInputStream(body, digest);
    }

    String with(byte[] body) {
        digest.update(body);
        return value();
    }

    String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
