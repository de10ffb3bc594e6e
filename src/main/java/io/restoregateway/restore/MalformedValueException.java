package io.restoregateway.restore;

/** Says that a value has not the form that its type demands; the message names the problem, never the field's owner. */
public final class MalformedValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    MalformedValueException(String message) {
        super(message);
    }
}
