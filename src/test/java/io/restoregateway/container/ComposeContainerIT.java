package io.restoregateway.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The real docker-compose.yml, no file edited: a gateway that reaches its sandbox tenant over the network. */
@Tag("container")
@EnabledIf(value = "io.restoregateway.container.Docker#canCompose", disabledReason = "the log says what is missing")
@Testcontainers
class ComposeContainerIT {

    /** The image is the one that was just built; the published port is any free one, since 8080 may be taken here. */
    @Container
    private static final ComposeContainer compose = new ComposeContainer(
                    Path.of("docker-compose.yml").toAbsolutePath().toFile())
            .withEnv("RESTORE_GATEWAY_IMAGE", GatewayImage.UNDER_TEST.get())
            .withEnv("GATEWAY_PORT", "0")
            .withPull(false)
            .waitingFor("sandbox", healthy())
            .waitingFor("gateway", healthy());

    @Test
    void restoresPublishedConnectionInTheOtherContainer() {
        PublishedConnection.restoreThrough(gateway("sandbox-caller-key"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("RESTORED");
    }

    @Test
    void refusesCallerWithoutTheKey() {
        PublishedConnection.restoreThrough(gateway("some other key"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void publishesTheGatewayAloneAndToThisMachineOnly() {
        assertThat(publishedPorts("sandbox")).isEmpty();
        assertThat(publishedPorts("gateway"))
                .extracting(Ports.Binding::getHostIp)
                .containsExactly("127.0.0.1");
    }

    private static WaitStrategy healthy() {
        return Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(2));
    }

    private static RestTestClient gateway(String callerKey) {
        String port = publishedPorts("gateway").getFirst().getHostPortSpec();
        return RestTestClient.bindToServer()
                .baseUrl("http://" + service("gateway").getHost() + ":" + port)
                .defaultHeaders(headers -> headers.setBearerAuth(callerKey))
                .build();
    }

    private static List<Ports.Binding> publishedPorts(String service) {
        return service(service).getContainerInfo().getNetworkSettings().getPorts().getBindings().values().stream()
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .toList();
    }

    private static ContainerState service(String name) {
        return compose.getContainerByServiceName(name).orElseThrow();
    }
}
