package io.restoregateway.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param mode how callers are told apart; left out, {@code api-key} where there is a key
 * @param apiKey the short form of {@code keys}: one key, for everything; {@code GATEWAY_API_KEY}. Never shown
 * @param keys what callers may send in mode {@code api-key}
 * @param keysRefresh how long a change of keys may take to count, 1 second or more
 * @param oidc how tokens are judged in mode {@code oidc}
 * @param fourEyes whether nobody may confirm a job of their own; then every job that changes anything awaits confirmation;
 *     what is restored at once does not
 * @param requestsPerSecond how many calls each caller may make in any second on each replica, 1 or more
 */
@ConfigurationProperties(AccessProperties.PREFIX)
record AccessProperties(
        @Nullable Mode mode,
        @Nullable String apiKey,
        @DefaultValue List<KeySettings> keys,
        @DefaultValue("10s") Duration keysRefresh,
        @DefaultValue @NestedConfigurationProperty OidcSettings oidc,
        @DefaultValue("false") boolean fourEyes,
        @DefaultValue("100") int requestsPerSecond) {

    static final String PREFIX = "gateway.access";

    /** Whoever sends the one key of the short form. */
    static final String SHORT_FORM = "api-key";

    private static final int SHORTEST_KEY = 16;

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    /** How callers are told apart. */
    enum Mode {
        /** Callers send a key. */
        API_KEY,
        /** Callers send a token of an identity provider. */
        OIDC,
        /** Anybody may call. */
        OPEN
    }

    AccessProperties {
        if (apiKey != null && !apiKey.isBlank() && !VISIBLE.matcher(apiKey).matches()) {
            throw new IllegalArgumentException(
                    "GATEWAY_API_KEY holds a blank, a line break or another character that no"
                            + " header can carry: set it to the key alone");
        }
        if (apiKey != null && !apiKey.isBlank() && apiKey.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("GATEWAY_API_KEY has fewer than " + SHORTEST_KEY
                    + " characters, so it could be guessed: set it to a longer one, best at random");
        }
        if (keysRefresh.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(PREFIX + ".keys-refresh must be 1s or more, such as 10s");
        }
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException(PREFIX + ".requests-per-second must be 1 or more, such as 100");
        }
        if (mode == Mode.OIDC) {
            oidc.require();
        }
        if (fourEyes && mode == Mode.OPEN) {
            throw new IllegalArgumentException(
                    PREFIX
                            + ".four-eyes is true, but in mode open callers are not told apart: set the mode to api-key or oidc");
        }
        keys = List.copyOf(keys);
        accepted(apiKey, keys);
        if (fourEyes && mode != Mode.OIDC && apiKey != null && !apiKey.isBlank()) {
            throw new IllegalArgumentException(PREFIX
                    + ".four-eyes is true, but GATEWAY_API_KEY is one key for everybody: leave it out, and give each caller a key in "
                    + PREFIX + ".keys");
        }
    }

    /**
     * The mode that results.
     *
     * @throws UndecidedAccessException when nobody has decided
     */
    Mode decided() {
        if (mode == Mode.OPEN || mode == Mode.OIDC) {
            return mode;
        }
        if (accepted().all().isEmpty()) {
            throw new UndecidedAccessException();
        }
        return Mode.API_KEY;
    }

    /** The keys that let callers in. */
    AccessKeys accepted() {
        return new AccessKeys(accepted(apiKey, keys));
    }

    boolean sameKeys(AccessProperties other) {
        return Objects.equals(apiKey, other.apiKey) && keys.equals(other.keys);
    }

    private static List<AccessKey> accepted(@Nullable String shortForm, List<KeySettings> keys) {
        List<AccessKey> accepted = new ArrayList<>();
        if (shortForm != null && !shortForm.isBlank()) {
            accepted.add(AccessKey.forEverything(SHORT_FORM, shortForm));
        }
        for (int i = 0; i < keys.size(); i++) {
            AccessKey key = keys.get(i).key(PREFIX + ".keys[" + i + "]");
            if (accepted.stream().anyMatch(other -> other.hash().matches(key.hash()))) {
                throw new IllegalArgumentException(
                        "%s.keys[%d].hash (%s) stands there twice: give every caller a key of their own"
                                .formatted(PREFIX, i, key.name()));
            }
            accepted.add(key);
        }
        return accepted;
    }

    @Override
    public String toString() {
        return "AccessProperties[mode=" + mode + ", apiKey=" + (apiKey == null || apiKey.isEmpty() ? "none" : "***")
                + ", keys=" + keys + "]";
    }
}
