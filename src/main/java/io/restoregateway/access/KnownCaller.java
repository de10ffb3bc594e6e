package io.restoregateway.access;

import java.util.Collection;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller who was let in; what was sent for that is forgotten. */
final class KnownCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final String name;

    KnownCaller(String name, Collection<Role> roles) {
        super(roles.stream().map(Role::authority).toList());
        this.name = name;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return name;
    }
}
