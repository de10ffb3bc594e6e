package io.restoregateway.web.problem;

import io.restoregateway.access.Caller;
import io.restoregateway.access.MissingRole;
import io.restoregateway.access.OtherOriginException;
import io.restoregateway.access.TooManyCallsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
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
            if (failure instanceof AuthenticationServiceException) {
                retryAfter(CatalogProblems.RETRY_AFTER, response);
                write(
                        Problem.of(
                                ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
                                "The identity provider cannot be asked whether the token holds; nothing was done"),
                        request,
                        response);
            } else {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
                write(ProblemStatuses.unauthenticated(), request, response);
            }
        };
    }

    @Bean
    AccessDeniedHandler accessDeniedHandler() {
        return (request, response, failure) -> {
            if (failure instanceof TooManyCallsException tooMany) {
                retryAfter(tooMany.retryAfter(), response);
            }
            write(denied(failure), request, response);
        };
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, failure) -> write(ProblemAdvice.malformed(), request, response);
    }

    private static Problem.Builder denied(AccessDeniedException failure) {
        return switch (failure) {
            case TooManyCallsException tooMany ->
                Problem.of(ProblemType.TOO_MANY_REQUESTS, String.valueOf(tooMany.getMessage()));
            case OtherOriginException other -> Problem.of(ProblemType.FORBIDDEN, String.valueOf(other.getMessage()));
            case AuthorizationDeniedException refused
            when refused.getAuthorizationResult() instanceof MissingRole missing ->
                Problem.of(ProblemType.FORBIDDEN, missing.sentence(Caller.name()));
            default -> ProblemStatuses.of(403);
        };
    }

    private static void retryAfter(Duration time, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(ProblemAnswers.seconds(time)));
    }

    private void write(Problem.Builder problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.write(problem, request, response);
    }
}
