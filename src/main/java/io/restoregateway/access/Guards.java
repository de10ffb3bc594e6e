package io.restoregateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What stands between a request and the gateway.
 *
 * @param entryPoint tells who is not known
 * @param denied tells who is known and may not
 */
record Guards(AuthenticationEntryPoint entryPoint, AccessDeniedHandler denied, Refusals refusals, Clock clock) {

    CrossOriginGuard ofOrigins() {
        return new CrossOriginGuard(denied, refusals);
    }

    CallRates ofRates(int perSecond) {
        return new CallRates(perSecond, new Ticks(clock), denied, refusals);
    }

    AuthenticationFilter ofKeys(CurrentKeys keys, CallRates rates) {
        return filter(new SentKeys(keys, refusals, clock), SentKeys::of, rates);
    }

    AuthenticationFilter ofTokens(OidcSettings settings, CallRates rates) {
        return filter(SentTokens.of(settings, clock, refusals), SentTokens::of, rates);
    }

    private AuthenticationFilter filter(
            AuthenticationManager manager, AuthenticationConverter converter, CallRates rates) {
        AuthenticationEntryPointFailureHandler refused = new AuthenticationEntryPointFailureHandler(entryPoint);
        refused.setRethrowAuthenticationServiceException(false);
        RequestMatcher closed = Guards::isClosed;
        AuthenticationFilter filter = new AuthenticationFilter(manager, converter);
        filter.setRequestMatcher(closed);
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler((request, response, failure) -> {
            if (rates.allow(request, response)) {
                refused.onAuthenticationFailure(request, response, failure);
            }
        });
        return filter;
    }

    /** Where anybody may call, a wrong key is no reason to refuse. */
    private static boolean isClosed(HttpServletRequest request) {
        return Endpoints.of(request).filter(Endpoint::isOpen).isEmpty();
    }
}
