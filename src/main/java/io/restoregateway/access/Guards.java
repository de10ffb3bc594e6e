package io.restoregateway.access;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
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

    AuthenticationFilter ofKeys(CurrentKeys keys) {
        return filter(new SentKeys(keys, refusals, clock), SentKeys::of);
    }

    AuthenticationFilter ofTokens(OidcSettings settings) {
        return filter(SentTokens.of(settings, clock, refusals), SentTokens::of);
    }

    private AuthenticationFilter filter(AuthenticationManager manager, AuthenticationConverter converter) {
        AuthenticationEntryPointFailureHandler refused = new AuthenticationEntryPointFailureHandler(entryPoint);
        refused.setRethrowAuthenticationServiceException(false);
        RequestMatcher closed = Guards::isClosed;
        AuthenticationFilter filter = new AuthenticationFilter(manager, converter);
        filter.setRequestMatcher(closed);
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(refused);
        return filter;
    }

    /** Where anybody may call, a wrong key is no reason to refuse. */
    private static boolean isClosed(HttpServletRequest request) {
        return Endpoints.of(request).filter(Endpoint::isOpen).isEmpty();
    }

    /** The gateway's time, in nanoseconds. */
    private record Ticks(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
