package io.restoregateway.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the call that this thread serves. */
public final class Caller {

    static final String NOBODY = "anonymous";

    private Caller() {}

    /** The caller's name, never anything secret; {@code anonymous} where callers are not told apart. */
    public static String name() {
        Authentication caller = known();
        return caller == null ? NOBODY : caller.getName();
    }

    /** Whether the caller may do what takes that role; where callers are not told apart, anybody may. */
    public static boolean may(Role role) {
        Authentication caller = known();
        return caller == null || Role.among(caller.getAuthorities()).stream().anyMatch(own -> own.includes(role));
    }

    static boolean isKnown() {
        return known() != null;
    }

    private static @Nullable Authentication known() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller instanceof AnonymousAuthenticationToken ? null : caller;
    }
}
