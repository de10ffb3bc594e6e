package io.restoregateway.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may call.
 *
 * @param mode how callers are told apart; null to decide by whether there is a key
 * @param apiKey what callers must send in mode {@code api-key}; empty for none
 */
@ConfigurationProperties("gateway.access")
record AccessProperties(@Nullable Mode mode, @Nullable String apiKey) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    /** How callers are told apart. */
    enum Mode {
        /** Callers send the key. */
        API_KEY,
        /** Anybody may call. */
        OPEN
    }

    AccessProperties {
        if (apiKey != null && !apiKey.isBlank() && !VISIBLE.matcher(apiKey).matches()) {
            throw new IllegalArgumentException(
                    "GATEWAY_API_KEY holds a blank, a line break or another character that no"
                            + " header can carry: set it to the key alone");
        }
    }

    /**
     * The mode that results.
     *
     * @throws UndecidedAccessException when nobody has decided
     */
    Mode decided() {
        if (mode == Mode.OPEN) {
            return mode;
        }
        if (apiKey == null || apiKey.isBlank()) {
            throw new UndecidedAccessException();
        }
        return Mode.API_KEY;
    }

    @Override
    public String toString() {
        return "AccessProperties[mode=" + mode + ", apiKey=" + (apiKey == null || apiKey.isEmpty() ? "none" : "***")
                + "]";
    }
}
