package io.restoregateway.sandbox;

import java.net.URI;
import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
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

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

    @Bean
    SandboxTenant sandboxTenant(
            SandboxProperties properties,
            ObjectProvider<Clock> clocks,
            @Value("${gateway.atlan.base-url}") URI gatewaysTenant) {
        requireItself(gatewaysTenant);
        SandboxTenant tenant = new SandboxTenant(clocks.getIfUnique(Clock::systemUTC), properties.generatedAssets());
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

    /** With this profile anybody may call, so the gateway must not stand in front of any other tenant. */
    private static void requireItself(URI gatewaysTenant) {
        String host = String.valueOf(gatewaysTenant.getHost());
        if (!LOOPBACK.matcher(host).matches()
                || !String.valueOf(gatewaysTenant.getPath()).equals("/sandbox")) {
            throw new SandboxMisusedException(host);
        }
    }

    private static void sleep(java.time.Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
