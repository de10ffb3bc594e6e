package io.restoregateway.web;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.Guid;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Writes a place in a search as an opaque text, and reads it again, for the same search only. */
final class Cursor {

    /** Between the fingerprint of the conditions and the guid; neither contains it. */
    private static final char SEPARATOR = '.';

    private Cursor() {}

    static String write(Guid last, ArchiveSelector selector) {
        String text = fingerprint(selector) + SEPARATOR + last;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws IllegalArgumentException when it is no cursor, or one of another search */
    static Guid read(String cursor, ArchiveSelector selector) {
        String text = decoded(cursor);
        int separator = text.indexOf(SEPARATOR);
        String guid = text.substring(separator + 1);
        if (separator < 0 || !Guid.isWellFormed(guid)) {
            throw new IllegalArgumentException("is not a cursor of this API");
        }
        if (!text.substring(0, separator).equals(fingerprint(selector))) {
            throw new IllegalArgumentException("belongs to a search with other conditions");
        }
        return new Guid(guid);
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("is not a cursor of this API", malformed);
        }
    }

    private static String fingerprint(ArchiveSelector selector) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(selector.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 9));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
