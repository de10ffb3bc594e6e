package io.restoregateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** The key that callers must send; compared in constant time, never shown. */
final class ApiKey implements AuthenticationManager {

    private static final String HEADER = "X-API-Key";

    private static final String SCHEME = "Bearer ";

    private final byte[] key;

    ApiKey(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    /** The key that a request carries, or null when it carries none. */
    static @Nullable Authentication sentWith(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Sent(authorization.substring(SCHEME.length()).strip());
        }
        String header = request.getHeader(HEADER);
        return header == null ? null : new Sent(header.strip());
    }

    @Override
    public Authentication authenticate(Authentication sent) {
        byte[] candidate = String.valueOf(sent.getCredentials()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(key, candidate)) {
            throw new BadCredentialsException("not the key");
        }
        return new Caller();
    }

    @Override
    public String toString() {
        return "ApiKey[***]";
    }

    /** A key as sent, not yet compared. */
    private static final class Sent extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final String key;

        Sent(String key) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.key = key;
        }

        @Override
        public Object getCredentials() {
            return key;
        }

        @Override
        public Object getPrincipal() {
            return "unknown";
        }
    }

    /** A caller who sent the key. */
    private static final class Caller extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        Caller() {
            super(AuthorityUtils.NO_AUTHORITIES);
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return "api-key";
        }
    }
}
