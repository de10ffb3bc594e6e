package io.restoregateway.container;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;

/** A command that the image does instead of running the gateway. */
record CommandOfImage(String word) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** What it prints until it is done. */
    String output() {
        try (GenericContainer<?> container = new GenericContainer<>(GatewayImage.UNDER_TEST)
                .withCommand(word)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE))) {
            container.start();
            return container.getLogs();
        }
    }
}
