package io.restoregateway.atlan;

/** Says in one sentence which setting is missing or wrong, and what to write instead; never shows a secret. */
final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    SettingException(String message) {
        super(message);
    }

    /** Refuses a setting unless it is right. */
    static void require(boolean right, String otherwise) {
        if (!right) {
            throw new SettingException(otherwise);
        }
    }
}
