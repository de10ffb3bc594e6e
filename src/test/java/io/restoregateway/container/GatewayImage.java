package io.restoregateway.container;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.LazyFuture;

/**
 * The image under test: the one that the environment names, which CI has built from what is tested; else built once a run from
 * the real Dockerfile and the sources as they lie here.
 */
final class GatewayImage {

    /** What the Dockerfile builds on: its defaults, unless the environment names what stands in for them. */
    static final Map<String, String> BASES = Map.of(
            "JDK_IMAGE", System.getenv().getOrDefault("JDK_IMAGE", "eclipse-temurin:25-jdk"),
            "BASE_IMAGE", System.getenv().getOrDefault("BASE_IMAGE", "debian:trixie-slim"));

    private static final String NAME = "restore-gateway:under-test";

    /** One that is built here keeps its name and stays with the engine, so that the next run finds the layers that have not changed. */
    static final LazyFuture<String> UNDER_TEST = new LazyFuture<>() {
        @Override
        protected String resolve() {
            String built = System.getenv("RESTORE_GATEWAY_IMAGE");
            return built != null ? built : build();
        }
    };

    static {
        // What the build prints is logged at DEBUG, and without it a build that fails does not say why.
        LoggingSystem.get(GatewayImage.class.getClassLoader()).setLogLevel("tc." + NAME, LogLevel.DEBUG);
    }

    private GatewayImage() {}

    private static String build() {
        return new ImageFromDockerfile(NAME, false)
                .withDockerfile(Path.of("Dockerfile").toAbsolutePath())
                .withBuildArgs(BASES)
                .get();
    }
}
