package io.restoregateway.access;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the call that this thread serves. */
public final class Caller {

    private static final String NOBODY = "anonymous";

    private Caller() {}

    /** The caller's name, never anything secret; {@code anonymous} where callers are not told apart. */
    public static String name() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller == null || caller instanceof AnonymousAuthenticationToken ? NOBODY : caller.getName();
    }
}
