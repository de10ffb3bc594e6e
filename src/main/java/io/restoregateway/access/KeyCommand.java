package io.restoregateway.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The jar's commands for API keys: {@code new-api-key} makes one, {@code hash-api-key} hashes the one on standard input. */
public enum KeyCommand {
    NEW_API_KEY("new-api-key") {
        @Override
        int run(InputStream in, PrintStream out, PrintStream err) {
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            out.println("key:  " + key);
            out.println("hash: " + KeyHash.of(key).text());
            err.println("The key is for the caller alone and shown only now; the hash is for gateway.access.keys.");
            return 0;
        }
    },

    HASH_API_KEY("hash-api-key") {
        @Override
        int run(InputStream in, PrintStream out, PrintStream err) throws IOException {
            String key = new String(in.readNBytes(MOST), StandardCharsets.UTF_8).strip();
            if (!key.matches("[\\x21-\\x7e]{" + LEAST + "," + (MOST - 1) + "}")) {
                err.println(
                        ("Write the key on standard input, alone: %d to %,d visible ASCII characters, best at random."
                                        + " A shorter one could be guessed from its hash.")
                                .formatted(LEAST, MOST - 1));
                return 2;
            }
            out.println(KeyHash.of(key).text());
            return 0;
        }
    };

    /** By which people and scanners know such a key when they see one. */
    private static final String PREFIX = "rgw_";

    private static final int RANDOM_BYTES = 32;

    private static final int LEAST = 32;

    private static final int MOST = 1_000;

    private final String word;

    KeyCommand(String word) {
        this.word = word;
    }

    /** The command of that name. */
    public static Optional<KeyCommand> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word.equals(word))
                .findFirst();
    }

    /** Does it, and tells how the process is to end: 0 when all is well, 2 when what was given is of no use. */
    public int run() throws IOException {
        return run(System.in, System.out, System.err);
    }

    abstract int run(InputStream in, PrintStream out, PrintStream err) throws IOException;
}
