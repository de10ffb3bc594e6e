package io.restoregateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What is stored of a key: its SHA-256, as {@code sha256:} and 64 hexadecimal digits. Enough, since keys are random, not chosen. */
final class KeyHash {

    private static final String PREFIX = "sha256:";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private final byte[] digest;

    private KeyHash(byte[] digest) {
        this.digest = digest;
    }

    /** The hash of a key. */
    static KeyHash of(String key) {
        try {
            return new KeyHash(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** Reads a hash as it is written down. */
    static KeyHash parse(String text) {
        if (!isWellFormed(text)) {
            throw new IllegalArgumentException("not sha256: and 64 hexadecimal digits");
        }
        return new KeyHash(HexFormat.of().parseHex(text.substring(PREFIX.length())));
    }

    /** Whether both are of the same key; takes as long whether or not. */
    boolean matches(KeyHash other) {
        return MessageDigest.isEqual(digest, other.digest);
    }

    /** As it is written down. */
    String text() {
        return PREFIX + HexFormat.of().formatHex(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyHash hash && matches(hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "KeyHash[***]";
    }
}
