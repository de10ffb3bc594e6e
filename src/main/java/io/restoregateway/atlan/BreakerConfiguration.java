package io.restoregateway.atlan;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaves an Atlan alone that is away, and shows that it is. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    Breaker breaker(CircuitBreakerRegistry circuitBreakers, AtlanProperties properties, InstantSource clock) {
        return Breaker.of(circuitBreakers, properties.circuitBreaker(), clock);
    }

    @Bean
    MeterBinder circuitBreakerMeters(CircuitBreakerRegistry circuitBreakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers);
    }

    @Bean
    AtlanHealth atlanHealthIndicator(Breaker breaker, InstantSource clock) {
        return new AtlanHealth(breaker, clock);
    }

    @Bean
    Outbound outbound(AtlanHttp http, Breaker breaker, AtlanHealth health) {
        return new Outbound(http, breaker, health);
    }
}
