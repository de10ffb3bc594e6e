package io.restoregateway.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The image of the real Dockerfile, alone, as gateway and sandbox tenant in one. */
@Tag("container")
@EnabledIf(value = "io.restoregateway.container.Docker#canBuild", disabledReason = "the log says what is missing")
@Testcontainers
class ImageContainerIT {

    private static final int PORT = 8080;

    /** Started with the root file system sealed, as a careful orchestrator would; healthy by the image's own word. */
    @Container
    private static final GenericContainer<?> container = new GenericContainer<>(GatewayImage.UNDER_TEST)
            .withEnv("SPRING_PROFILES_ACTIVE", "sandbox")
            .withExposedPorts(PORT)
            .withTmpFs(Map.of("/tmp", "rw"))
            .withCreateContainerCmdModifier(command -> command.getHostConfig().withReadonlyRootfs(true))
            .waitingFor(Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(2)));

    @Test
    void restoresPublishedConnection() {
        PublishedConnection.restoreThrough(gateway())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("RESTORED");
    }

    @Test
    void doesNotRunAsRoot() throws Exception {
        assertThat(container.getContainerInfo().getConfig().getUser()).isEqualTo("10001:10001");
        assertThat(inContainer("id", "-u")).isEqualTo("10001");
        assertThat(container.execInContainer("touch", "/app/anything").getStderr())
                .contains("Read-only file system");
    }

    @Test
    void isTheFirstProcessSoThatItHearsWhenItIsToStop() throws Exception {
        assertThat(inContainer("cat", "/proc/1/comm")).isEqualTo("java");
    }

    @Test
    void theCacheOfTheBuildIsUsed() throws Exception {
        assertThat(inContainer("grep", "-c", "restore-gateway.aot", "/proc/1/maps"))
                .matches("[1-9][0-9]*");
    }

    @Test
    void tellsWhatItIsAndWhatItIsMadeOf() throws Exception {
        JsonNode bom = JsonMapper.shared().readTree(inContainer("cat", "/app/sbom.cdx.json"));
        assertThat(container.getContainerInfo().getConfig().getLabels())
                .containsEntry("org.opencontainers.image.title", "Restore Gateway")
                .containsEntry(
                        "org.opencontainers.image.version",
                        bom.path("metadata").path("component").path("version").asString())
                .containsKeys("org.opencontainers.image.revision", "org.opencontainers.image.description");
        assertThat(bom.path("bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bom.path("components").size()).isGreaterThan(100);
    }

    @Test
    void isNotLargerThanItHasToBe() {
        Long size = DockerClientFactory.lazyClient()
                .inspectImageCmd(GatewayImage.UNDER_TEST.get())
                .exec()
                .getSize();
        LoggerFactory.getLogger("figures").info("The image has {} MB", size / 1_000_000);

        assertThat(size).isLessThan(420_000_000L);
    }

    @Test
    void makesKeys() {
        String made = new CommandOfImage("new-api-key").output();

        assertThat(made).containsPattern("key:  rgw_[A-Za-z0-9_-]{43}").containsPattern("hash: sha256:[0-9a-f]{64}");
    }

    private static RestTestClient gateway() {
        return RestTestClient.bindToServer()
                .baseUrl("http://" + container.getHost() + ":" + container.getMappedPort(PORT))
                .build();
    }

    private static String inContainer(String... command) throws IOException, InterruptedException {
        return container.execInContainer(command).getStdout().strip();
    }
}
