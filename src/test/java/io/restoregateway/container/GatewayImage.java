package io.restoregateway.container;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image under test, built once a run from the real Dockerfile and the sources as they lie here. */
final class GatewayImage {

    /** What the Dockerfile builds on, taken from the environment where the official images cannot be pulled. */
    private static final Map<String, String> BASES = Stream.of("JDK_IMAGE", "JRE_IMAGE")
            .filter(System.getenv()::containsKey)
            .collect(Collectors.toMap(name -> name, System::getenv));

    /** Keeps its name and stays with the engine, so that the next run finds the layers that have not changed. */
    static final ImageFromDockerfile UNDER_TEST = new ImageFromDockerfile("restore-gateway:under-test", false)
            .withDockerfile(Path.of("Dockerfile").toAbsolutePath())
            .withBuildArgs(BASES);

    private GatewayImage() {}
}
