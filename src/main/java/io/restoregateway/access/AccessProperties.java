package io.restoregateway.access;

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

    /** How callers are told apart. */
    enum Mode {
        /** Callers send the key. */
        API_KEY,
        /** Anybody may call. */
        OPEN
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
