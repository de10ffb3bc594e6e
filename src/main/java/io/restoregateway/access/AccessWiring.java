package io.restoregateway.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Lets in who may call: stateless, by key or by token, or anybody where that was named. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWiring.class);

    /** Swagger UI needs inline styles and data images, and nothing from any other host. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String NO_DEVICES = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    Refusals refusals(MeterRegistry meters) {
        return new Refusals(meters);
    }

    @Bean
    FourEyes fourEyes(AccessProperties properties) {
        return new FourEyes(properties.fourEyes());
    }

    @Bean
    Guards guards(AuthenticationEntryPoint entryPoint, AccessDeniedHandler denied, Refusals refusals, Clock clock) {
        return new Guards(entryPoint, denied, refusals, clock);
    }

    @Bean
    CurrentKeys currentKeys(AccessProperties properties, ConfigurableEnvironment environment, Clock clock) {
        return new CurrentKeys(properties, new FreshSettings(environment)::read, clock);
    }

    @Bean
    RoleCheck roleCheck(Refusals refusals) {
        return new RoleCheck(refusals);
    }

    @Bean
    SecurityFilterChain access(
            HttpSecurity http, AccessProperties properties, Guards guards, CurrentKeys keys, RoleCheck roles) {
        CallRates rates = guards.ofRates(properties.requestsPerSecond());
        http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AccessWiring::headers)
                .exceptionHandling(failure ->
                        failure.authenticationEntryPoint(guards.entryPoint()).accessDeniedHandler(guards.denied()))
                .addFilterBefore(guards.ofOrigins(), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(rates, AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ActorInLogs(), CallRates.class);
        return switch (properties.decided()) {
            case OPEN -> open(http);
            case API_KEY -> closed(http, guards.ofKeys(keys, rates), roles);
            case OIDC -> {
                if (!properties.accepted().all().isEmpty()) {
                    LOG.warn("Keys count for nothing here: gateway.access.mode=oidc, so callers send tokens");
                }
                yield closed(http, guards.ofTokens(properties.oidc(), rates), roles);
            }
        };
    }

    private static SecurityFilterChain open(HttpSecurity http) {
        LOG.warn("Anybody may call this gateway: gateway.access.mode=open");
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static SecurityFilterChain closed(HttpSecurity http, AuthenticationFilter callers, RoleCheck roles) {
        return http.addFilterAfter(callers, CrossOriginGuard.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(roles))
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
