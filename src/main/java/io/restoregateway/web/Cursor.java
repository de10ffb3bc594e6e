package io.restoregateway.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;

/** Writes a place in a search as an opaque text, and reads it again, for the same search only. */
public final class Cursor {

    /** Between the fingerprint of the conditions and the position; neither contains it. */
    private static final char SEPARATOR = '.';

    private Cursor() {}

    /**
     * Writes a position.
     *
     * @param conditions those of the search, all of which its text must tell
     */
    public static String write(Object position, Record conditions) {
        String text = fingerprint(conditions) + SEPARATOR + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads the position again.
     *
     * @param isPosition tells whether a text can be a position
     * @throws IllegalArgumentException when it is no cursor, or one of another search
     */
    public static String read(String cursor, Record conditions, Predicate<String> isPosition) {
        String text = decoded(cursor);
        int separator = text.indexOf(SEPARATOR);
        String position = text.substring(separator + 1);
        if (separator < 0 || !isPosition.test(position)) {
            throw new IllegalArgumentException("is not a cursor of this API");
        }
        if (!text.substring(0, separator).equals(fingerprint(conditions))) {
            throw new IllegalArgumentException("belongs to a search with other conditions");
        }
        return position;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("is not a cursor of this API", malformed);
        }
    }

    private static String fingerprint(Record conditions) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(conditions.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 9));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
