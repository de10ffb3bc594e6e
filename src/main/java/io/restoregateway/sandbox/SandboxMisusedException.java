package io.restoregateway.sandbox;

/** Says that a gateway with the profile of the sandbox was pointed at another tenant. */
final class SandboxMisusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxMisusedException(String host) {
        super("The profile sandbox lets anybody call, and gateway.atlan.base-url points at " + host
                + " instead of the sandbox: leave it out, or start without the profile sandbox.");
    }
}
