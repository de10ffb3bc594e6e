package io.restoregateway.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each caller make only so many calls a second; of those who are not known, each address. */
final class CallRates extends OncePerRequestFilter {

    /** More callers than that at the same time have the one gone who was silent for longest. */
    private static final int CALLERS = 10_000;

    private final int perSecond;

    private final AccessDeniedHandler denied;

    private final Refusals refusals;

    private final ConcurrentLruCache<String, Bucket> buckets;

    CallRates(int perSecond, TimeMeter time, AccessDeniedHandler denied, Refusals refusals) {
        this.perSecond = perSecond;
        this.denied = denied;
        this.refusals = refusals;
        this.buckets = new ConcurrentLruCache<>(
                CALLERS,
                caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                        .withCustomTimePrecision(time)
                        .build());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Endpoints.of(request).filter(Endpoint::isOpen).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        if (allow(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Counts a call, and answers it when it is one too many. */
    boolean allow(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        String caller = Caller.isKnown() ? "name " + Caller.name() : "address " + request.getRemoteAddr();
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        refusals.count(Refusals.Reason.RATE);
        denied.handle(
                request,
                response,
                new TooManyCallsException(perSecond, Duration.ofNanos(probe.getNanosToWaitForRefill())));
        return false;
    }
}
