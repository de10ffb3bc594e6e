package io.restoregateway.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authorization.AuthorizationResult;

/**
 * A known caller may not make this call.
 *
 * @param needed the roles of which any would do; empty where nobody may
 */
public record MissingRole(Set<Role> needed) implements AuthorizationResult {

    @Override
    public boolean isGranted() {
        return false;
    }

    /** What to tell the caller. */
    public String sentence(String caller) {
        if (needed.isEmpty()) {
            return "Nobody may make this call";
        }
        return "This call takes the role %s, which %s does not have"
                .formatted(needed.stream().sorted().map(Role::word).collect(Collectors.joining(" or ")), caller);
    }
}
