package io.restoregateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Tells callers apart by the keys that they send. */
final class SentKeys implements AuthenticationManager {

    private static final Logger LOG = LoggerFactory.getLogger(SentKeys.class);

    private static final String HEADER = "X-API-Key";

    private static final String SCHEME = "Bearer ";

    private final CurrentKeys keys;

    private final Refusals refusals;

    private final InstantSource clock;

    SentKeys(CurrentKeys keys, Refusals refusals, InstantSource clock) {
        this.keys = keys;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** The key that a request carries, or null when it carries none. */
    static @Nullable Authentication of(HttpServletRequest request) {
        String bearer = bearer(request);
        String key = bearer == null ? request.getHeader(HEADER) : bearer;
        return key == null ? null : new Sent(key.strip(), request.getRemoteAddr());
    }

    /** What a request carries as a bearer token, or null when it carries none. */
    static @Nullable String bearer(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        Sent sent = (Sent) authentication;
        return switch (keys.now().judge(sent.key, sent.address, clock.instant())) {
            case AccessKeys.Verdict.Accepted(var key) -> new KnownCaller(key.name(), key.roles());
            case AccessKeys.Verdict.Unknown _ -> throw refused(Refusals.Reason.UNKNOWN);
            case AccessKeys.Verdict.Expired(var name) -> {
                LOG.warn("{} sent a key from {} that has expired", name, sent.address);
                throw refused(Refusals.Reason.EXPIRED);
            }
            case AccessKeys.Verdict.Elsewhere(var name) -> {
                LOG.warn("The key of {} was sent from {}, which is none of its addresses", name, sent.address);
                throw refused(Refusals.Reason.ADDRESS);
            }
        };
    }

    private BadCredentialsException refused(Refusals.Reason reason) {
        refusals.count(reason);
        return new BadCredentialsException("not a key that lets anybody in");
    }

    /** A key as sent, not yet compared. */
    private static final class Sent extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final String key;

        private final String address;

        Sent(String key, String address) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.key = key;
            this.address = address;
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
}
