package io.restoregateway.container;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the container tests need of the machine; where it is missing they are skipped, and the log says so.
 * Asked of the docker command: Testcontainers, where it cannot pull, tries for minutes before it says no.
 */
final class Docker {

    private static final Logger log = LoggerFactory.getLogger(Docker.class);

    /** What runs beside the gateway: what docker-compose.yml names, unless the environment names what stands in for it. */
    static final String POSTGRES = image("POSTGRES_IMAGE", "postgres:18");

    static final String PROXY = image("PROXY_IMAGE", "haproxy:3.2-alpine");

    static final String PROMETHEUS = image("PROMETHEUS_IMAGE", "prom/prometheus:v3.5.0");

    private static final int MINUTES_TO_PULL = 10;

    private Docker() {}

    /** An engine that answers, and that has or can pull the images which the Dockerfile builds on. */
    static boolean canBuild() {
        return has("Docker engine. (.ci/docker-engine starts one.)", succeeds("docker", "info"))
                && has(
                        "image to build on. (Where no registry is in reach: eval \"$(.ci/base-images)\")",
                        GatewayImage.BASES.values().stream().allMatch(Docker::provides));
    }

    static boolean canRunReplicas() {
        return canBuild() && has("image of PostgreSQL. (As above.)", provides(POSTGRES));
    }

    static boolean canCompose() {
        return canRunReplicas()
                && has("image of the proxy or of Prometheus. (As above.)", provides(PROXY) && provides(PROMETHEUS))
                && has("docker compose. (.ci/compose-plugin installs it.)", succeeds("docker", "compose", "version"));
    }

    private static String image(String variable, String otherwise) {
        return System.getenv().getOrDefault(variable, otherwise);
    }

    private static boolean has(String what, boolean there) {
        if (!there) {
            log.warn("Container test skipped: no {}", what);
        }
        return there;
    }

    private static boolean provides(String image) {
        return succeeds("docker", "image", "inspect", image) || succeeds("docker", "pull", "--quiet", image);
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(MINUTES_TO_PULL, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
