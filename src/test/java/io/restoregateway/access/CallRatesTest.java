package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class CallRatesTest {

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    private final CallRates rates = new Guards(
                    (request, response, failure) -> {},
                    (request, response, failure) -> {
                        response.setStatus(429);
                        response.setHeader(
                                "Retry-After",
                                String.valueOf(((TooManyCallsException) failure)
                                        .retryAfter()
                                        .toMillis()));
                    },
                    new Refusals(new SimpleMeterRegistry()),
                    ((InstantSource) () -> now).withZone(ZoneOffset.UTC))
            .ofRates(3);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static void by(String name) {
        SecurityContextHolder.getContext().setAuthentication(new KnownCaller(name, Set.of(Role.VIEWER)));
    }

    private MockHttpServletResponse call(String path, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            rates.doFilter(request, response, new MockFilterChain());
        } catch (IOException | ServletException broken) {
            throw new AssertionError(broken);
        }
        return response;
    }

    private int status(String path) {
        return call(path, "192.0.2.1").getStatus();
    }

    @Test
    void eachCallerHasItsOwnAndMoreAsTimePasses() {
        by("etl");
        for (int i = 0; i < 3; i++) {
            assertThat(status("/api/v1/archived-assets")).isEqualTo(200);
        }
        MockHttpServletResponse refused = call("/api/v1/archived-assets", "192.0.2.2");
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("333");

        by("bi");
        assertThat(status("/api/v1/archived-assets")).isEqualTo(200);

        by("etl");
        now = now.plus(Duration.ofMillis(334));
        assertThat(status("/api/v1/archived-assets")).isEqualTo(200);
        assertThat(status("/api/v1/archived-assets")).isEqualTo(429);
    }

    @Test
    void whereCallersAreNotToldApartEachAddressHasItsOwn() {
        for (int i = 0; i < 3; i++) {
            assertThat(status("/api/v1/archived-assets")).isEqualTo(200);
        }
        assertThat(status("/api/v1/archived-assets")).isEqualTo(429);
        assertThat(call("/api/v1/archived-assets", "192.0.2.2").getStatus()).isEqualTo(200);
    }

    @Test
    void whatIsOpenIsNotLimited() {
        for (int i = 0; i < 10; i++) {
            assertThat(status("/actuator/health/liveness")).isEqualTo(200);
        }
    }
}
