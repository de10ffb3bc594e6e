package io.restoregateway.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The smallest set of docker-compose.yml: one gateway, with a database of its own, and a sandbox tenant. */
@Tag("container")
@EnabledIf(value = "io.restoregateway.container.Docker#canCompose", disabledReason = "the log says what is missing")
@Testcontainers
class MinimalComposeContainerIT {

    @Container
    private static final ComposeContainer compose = new ComposeContainer(
                    Path.of("docker-compose.yml").toAbsolutePath().toFile())
            .withServices("sandbox", "gateway-alone")
            .withEnv(Map.of(
                    "COMPOSE_PROFILES",
                    "minimal",
                    "RESTORE_GATEWAY_IMAGE",
                    GatewayImage.UNDER_TEST.get(),
                    "GATEWAY_PORT",
                    "0"))
            .withPull(false)
            .waitingFor("gateway-alone", Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(2)));

    @Test
    void restoresPublishedConnectionForWhoHasTheKeyAlone() {
        PublishedConnection.restoreThrough(callers("some other key"))
                .expectStatus()
                .isUnauthorized();
        PublishedConnection.restoreThrough(callers("sandbox-caller-key"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("RESTORED");
    }

    private static RestTestClient callers(String key) {
        ContainerState gateway =
                compose.getContainerByServiceName("gateway-alone").orElseThrow();
        String port = gateway.getContainerInfo().getNetworkSettings().getPorts().getBindings().values().stream()
                .flatMap(bindings -> bindings == null ? Stream.of() : Arrays.stream(bindings))
                .findFirst()
                .orElseThrow()
                .getHostPortSpec();
        return RestTestClient.bindToServer()
                .baseUrl("http://" + gateway.getHost() + ":" + port)
                .defaultHeaders(headers -> headers.setBearerAuth(key))
                .build();
    }

    /** What Compose itself makes of the file, every variable filled in. */
    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal", "tenant"})
    void composeTakesTheFile(String profile) throws IOException, InterruptedException {
        Process config = new ProcessBuilder("docker", "compose", "--profile", profile, "config", "--quiet")
                .redirectErrorStream(true)
                .start();
        String told = new String(config.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(config.waitFor()).as(told).isZero();
    }
}
