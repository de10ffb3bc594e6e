package io.restoregateway.sandbox;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The sandbox tenant, in the gateway's own process, where the profile asks for it. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
@EnableConfigurationProperties(SandboxProperties.class)
class SandboxConfiguration {

    @Bean
    SandboxTenant sandboxTenant(SandboxProperties properties, ObjectProvider<Clock> clocks) {
        SandboxTenant tenant = new SandboxTenant(clocks.getIfUnique(Clock::systemUTC));
        tenant.startWith(properties.settings());
        return tenant;
    }

    @Bean
    AtlanFront atlanFront(SandboxTenant tenant, SandboxProperties properties) {
        return new AtlanFront(tenant, properties.token(), SandboxConfiguration::sleep);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> droppedConnections() {
        return tomcat -> tomcat.addEngineValves(new DroppedConnections());
    }

    private static void sleep(java.time.Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
