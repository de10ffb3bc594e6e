package io.restoregateway.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;

/** What a caller may do. */
public enum Role {
    /** Search, preview, look at jobs and at the audit. */
    VIEWER,
    /** Restore now and order jobs; and whatever a viewer may. */
    RESTORER,
    /** Confirm and undo jobs; and whatever a viewer may. */
    APPROVER,
    /** Everything. */
    ADMIN;

    private static final String PREFIX = "ROLE_";

    /** The role as settings and tokens spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether whoever has this role may do what takes the other one. */
    boolean includes(Role other) {
        return this == other || this == ADMIN || other == VIEWER;
    }

    GrantedAuthority authority() {
        return () -> PREFIX + name();
    }

    static Set<Role> among(Collection<? extends GrantedAuthority> authorities) {
        return Arrays.stream(values())
                .filter(role -> authorities.stream()
                        .anyMatch(authority -> (PREFIX + role.name()).equals(authority.getAuthority())))
                .collect(Collectors.toUnmodifiableSet());
    }
}
