package io.restoregateway.container;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** What the container tests need of the machine; where it is missing they are skipped, and the log says so. */
final class Docker {

    private static final Logger log = LoggerFactory.getLogger(Docker.class);

    private Docker() {}

    static boolean hasEngine() {
        boolean answers = DockerClientFactory.instance().isDockerAvailable();
        if (!answers) {
            log.warn("Container tests skipped: no Docker engine. (.ci/docker-engine starts one.)");
        }
        return answers;
    }

    static boolean hasCompose() {
        boolean answers = hasEngine() && succeeds("docker", "compose", "version");
        if (!answers) {
            log.warn("Compose test skipped: no docker compose. (.ci/compose-plugin installs it.)");
        }
        return answers;
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
