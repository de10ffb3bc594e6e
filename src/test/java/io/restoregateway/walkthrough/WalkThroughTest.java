package io.restoregateway.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.walkthrough.WalkThrough.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** The walk-through's commands, typed one after another against a fresh gateway, print what it shows. */
@EnabledIf(
        value = "io.restoregateway.walkthrough.InstalledCommands#suffice",
        disabledReason = "the log says what is missing")
class WalkThroughTest {

    private static final Path DOCUMENT = Path.of("docs", "recover-from-a-mass-archive.md");

    private static final String ADDRESS = "localhost:8080";

    /** Only for a machine that is busy with much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    private Path home;

    /** A tenant that takes any number of calls: how long the reader has to wait is the only thing that the budget changes. */
    @Test
    void printsWhatTheDocumentShows() throws Exception {
        List<Step> steps = WalkThrough.of(DOCUMENT).steps();
        int port = TestSocketUtils.findAvailableTcpPort();
        String here = "localhost:" + port;

        List<String> outputs;
        try (ConfigurableApplicationContext gateway = gateway(port)) {
            assertThat(gateway.isRunning()).isTrue();
            outputs = new Shell(home, PATIENCE)
                    .run(steps.stream()
                            .map(step -> step.commands().replace(ADDRESS, here))
                            .toList());
        }

        Likeness likeness = new Likeness();
        for (int i = 0; i < steps.size(); i++) {
            String real = outputs.get(i).replace(":" + port + "/", ":8080/");
            likeness.check(steps.get(i), real);
        }
    }

    private static ConfigurableApplicationContext gateway(int port) {
        return new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .profiles("sandbox")
                .run(
                        "--server.port=" + port,
                        "--gateway.atlan.calls-per-minute=100000",
                        "--gateway.sandbox.calls-per-minute=100000000",
                        "--logging.level.root=ERROR");
    }
}
