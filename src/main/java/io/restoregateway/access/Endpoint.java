package io.restoregateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * One endpoint, or several that are alike, and who may call it.
 *
 * @param method null for all
 * @param pattern the path, as Spring MVC writes it
 * @param roles any of which it takes; none where anybody may call
 * @param preview whether {@code validateOnly=true}, with which nothing is changed, is a viewer's
 */
record Endpoint(@Nullable HttpMethod method, String pattern, Set<Role> roles, boolean preview, RequestMatcher matcher) {

    private static final String VALIDATE_ONLY = "validateOnly";

    /** An endpoint that takes any of these roles. */
    static Endpoint of(HttpMethod method, String pattern, Role... roles) {
        return new Endpoint(method, pattern, set(roles), false, matcher(method, pattern));
    }

    /** An endpoint that takes such a role when it changes something. */
    static Endpoint changing(String pattern, Role role) {
        return new Endpoint(HttpMethod.POST, pattern, set(role), true, matcher(HttpMethod.POST, pattern));
    }

    /** Endpoints that take any of these roles, by whatever method. */
    static Endpoint any(String pattern, Role... roles) {
        return new Endpoint(null, pattern, set(roles), false, matcher(null, pattern));
    }

    /** An endpoint that anybody may call, by whatever method. */
    static Endpoint open(String pattern) {
        return new Endpoint(null, pattern, Set.of(), false, matcher(null, pattern));
    }

    boolean isOpen() {
        return roles.isEmpty();
    }

    /** The roles of which this very request takes any. */
    Set<Role> needed(HttpServletRequest request) {
        return preview && isPreview(request) ? Set.of(Role.VIEWER) : roles;
    }

    private static boolean isPreview(HttpServletRequest request) {
        String[] values = request.getParameterValues(VALIDATE_ONLY);
        return values != null && values.length == 1 && "true".equals(values[0]);
    }

    private static Set<Role> set(Role... roles) {
        return Set.copyOf(EnumSet.copyOf(Arrays.asList(roles)));
    }

    private static RequestMatcher matcher(@Nullable HttpMethod method, String pattern) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        if (method == null) {
            return paths.matcher(pattern);
        }
        return method.equals(HttpMethod.GET)
                ? new OrRequestMatcher(paths.matcher(method, pattern), paths.matcher(HttpMethod.HEAD, pattern))
                : paths.matcher(method, pattern);
    }
}
