package io.restoregateway.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** Tells the problems that requests meet before Spring MVC sees them. */
@Configuration(proxyBeanMethods = false)
class OutsideMvc {

    private static final String CHALLENGE = "Bearer realm=\"restore-gateway\"";

    private final ProblemAnswers answers;

    OutsideMvc(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Bean
    AuthenticationEntryPoint authenticationEntryPoint() {
        return (request, response, failure) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            write(ProblemStatuses.unauthenticated(), request, response);
        };
    }

    @Bean
    AccessDeniedHandler accessDeniedHandler() {
        return (request, response, failure) -> write(ProblemStatuses.of(403), request, response);
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, failure) -> write(ProblemAdvice.malformed(), request, response);
    }

    private void write(Problem.Builder problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(problem, request, response);
    }
}
