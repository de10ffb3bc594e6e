package io.restoregateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Lets a call through when its caller has a role that its endpoint takes. */
final class RoleCheck implements AuthorizationManager<RequestAuthorizationContext> {

    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    private final Refusals refusals;

    RoleCheck(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Endpoint> endpoint = Endpoints.of(request);
        if (endpoint.isPresent() && endpoint.get().isOpen()) {
            return new AuthorizationDecision(true);
        }
        Authentication known = caller.get();
        if (known == null || !known.isAuthenticated() || TRUST.isAnonymous(known)) {
            refusals.count(Refusals.Reason.NO_CREDENTIALS);
            return new AuthorizationDecision(false);
        }
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            return new AuthorizationDecision(true);
        }
        if (endpoint.isEmpty()) {
            return isServed(request) ? refused(Set.of()) : new AuthorizationDecision(true);
        }
        Set<Role> needed = endpoint.get().needed(request);
        return Role.among(known.getAuthorities()).stream()
                        .anyMatch(role -> needed.stream().anyMatch(role::includes))
                ? new AuthorizationDecision(true)
                : refused(needed);
    }

    private AuthorizationResult refused(Set<Role> needed) {
        refusals.count(Refusals.Reason.ROLE);
        return new MissingRole(needed);
    }

    /** Whoever mistypes a path or a method is told so, which only Spring MVC can. */
    private static boolean isServed(HttpServletRequest request) {
        boolean parsed = ServletRequestPathUtils.hasParsedRequestPath(request);
        if (!parsed) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        try {
            return WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext())
                    .getBeansOfType(HandlerMapping.class)
                    .values()
                    .stream()
                    .anyMatch(calls -> isServed(calls, request));
        } finally {
            if (!parsed) {
                ServletRequestPathUtils.clearParsedRequestPath(request);
            }
        }
    }

    private static boolean isServed(HandlerMapping calls, HttpServletRequest request) {
        try {
            return calls.getHandler(request) != null;
        } catch (HttpRequestMethodNotSupportedException otherMethod) {
            return false;
        } catch (Exception unclear) {
            // Whatever a mapping may throw: in doubt, somebody serves it, and the call is nobody's.
            return true;
        }
    }
}
