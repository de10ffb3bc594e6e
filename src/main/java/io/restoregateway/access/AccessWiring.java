package io.restoregateway.access;

import jakarta.servlet.DispatcherType;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Lets in who may call: stateless, by key, or anybody where that was named. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWiring.class);

    /** What anybody may read; the sandbox tenant has a token of its own. */
    private static final RequestMatcher PUBLIC = new OrRequestMatcher(
            path("/"),
            path("/swagger-ui.html"),
            path("/swagger-ui/**"),
            path("/v3/api-docs"),
            path("/v3/api-docs.yaml"),
            path("/v3/api-docs/**"),
            path("/problems/**"),
            path("/actuator/health/**"),
            path("/sandbox/**"));

    /** Swagger UI needs inline styles and data images, and nothing from any other host. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain access(
            HttpSecurity http,
            AccessProperties properties,
            AuthenticationEntryPoint entryPoint,
            AccessDeniedHandler denied) {
        AccessProperties.Mode mode = properties.decided();
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AccessWiring::headers)
                .exceptionHandling(
                        failure -> failure.authenticationEntryPoint(entryPoint).accessDeniedHandler(denied));
        return switch (mode) {
            case OPEN -> open(http);
            case API_KEY -> byKey(http, new ApiKey(Objects.requireNonNull(properties.apiKey())), entryPoint);
        };
    }

    private static SecurityFilterChain open(HttpSecurity http) {
        LOG.warn("Anybody may call this gateway: gateway.access.mode=open");
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static SecurityFilterChain byKey(HttpSecurity http, ApiKey key, AuthenticationEntryPoint entryPoint) {
        AuthenticationFilter filter = new AuthenticationFilter(key, ApiKey::sentWith);
        filter.setRequestMatcher(new NegatedRequestMatcher(PUBLIC));
        filter.setSuccessHandler((request, response, caller) -> {});
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(entryPoint));
        return http.addFilterBefore(filter, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(PUBLIC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY));
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
