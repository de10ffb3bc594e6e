package io.restoregateway.access;

/** Says that nobody has decided who may call. */
final class UndecidedAccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UndecidedAccessException() {
        super("Nobody has decided who may call: set GATEWAY_API_KEY to the key that callers must send,"
                + " or gateway.access.keys to a key for each, or gateway.access.mode=oidc for tokens of an identity provider,"
                + " or gateway.access.mode=open to let anybody call.");
    }
}
