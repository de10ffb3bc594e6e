package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CrossOriginGuardTest {

    private final CrossOriginGuard guard = new CrossOriginGuard(
            (request, response, failure) -> {
                assertThat(failure).isInstanceOf(OtherOriginException.class);
                response.setStatus(403);
            },
            new Refusals(new SimpleMeterRegistry()));

    @ParameterizedTest
    @CsvSource({
        "POST, , , 200",
        "POST, same-origin, https://gateway.example, 200",
        "POST, same-origin, http://behind-a-proxy.example, 200",
        "POST, none, , 200",
        "POST, cross-site, https://evil.example, 403",
        "POST, same-site, https://other.example, 403",
        "POST, , https://gateway.example, 200",
        "POST, , HTTPS://GATEWAY.example, 200",
        "POST, , https://evil.example, 403",
        "POST, , https://gateway.example:8443, 403",
        "POST, , null, 403",
        "POST, , 'not a url', 403",
        "DELETE, cross-site, https://evil.example, 403",
        "GET, cross-site, https://evil.example, 200",
        "HEAD, cross-site, https://evil.example, 200"
    })
    void onlyPagesOfItsOwnMayHaveABrowserChangeAnything(String method, String site, String origin, int status)
            throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/api/v1/restore-jobs");
        request.addHeader("Host", "gateway.example");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();

        guard.doFilter(request, response, new MockFilterChain());

        assertThat(response.getStatus()).isEqualTo(status);
    }
}
