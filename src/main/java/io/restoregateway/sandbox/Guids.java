package io.restoregateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Guids that are the same in every run: derived from what they stand for, of the shape of a random UUID. */
final class Guids {

    private Guids() {}

    static String of(String... parts) {
        UUID hash = UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        long version4 = (hash.getMostSignificantBits() & ~0xF000L) | 0x4000L;
        return new UUID(version4, hash.getLeastSignificantBits()).toString();
    }

    /** A short name as Atlan generates for glossaries, terms and domains: 21 letters and digits. */
    static String nanoId(String... parts) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        UUID hash = UUID.nameUUIDFromBytes(("nano\n" + String.join("\n", parts)).getBytes(StandardCharsets.UTF_8));
        StringBuilder id = new StringBuilder();
        long seed = hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
        for (int i = 0; i < 21; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            id.append(letters.charAt((int) ((seed >>> 33) % letters.length())));
        }
        return id.toString();
    }
}
