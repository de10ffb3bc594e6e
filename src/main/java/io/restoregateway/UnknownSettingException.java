package io.restoregateway;

/** Says which setting is none. */
final class UnknownSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownSettingException(String message) {
        super(message);
    }
}
