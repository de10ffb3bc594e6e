package io.restoregateway.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import io.restoregateway.walkthrough.WalkThrough.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The walk-through's commands, typed one after another against a fresh gateway, print what it shows. */
@EnabledIf(
        value = "io.restoregateway.walkthrough.InstalledCommands#suffice",
        disabledReason = "the log says what is missing")
class WalkThroughTest {

    private static final Path DOCUMENT = Path.of("docs", "recover-from-a-mass-archive.md");

    private static final String ADDRESS = "localhost:8080";

    /** How full its batches are depends on how many the machine does at once. */
    private static final String CALLS_OF_A_RUN = "run";

    /** Only for a machine that is busy with much else. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    private Path home;

    /** A tenant that takes any number of calls, which changes only how many minutes the reader has to wait. */
    @Test
    void printsWhatTheDocumentShows() throws Exception {
        follow(
                new Likeness(Set.of(CALLS_OF_A_RUN, "minutes")),
                "--gateway.atlan.calls-per-minute=100000",
                "--gateway.sandbox.calls-per-minute=100000000");
    }

    @Test
    @Tag("nightly")
    void printsWhatTheDocumentShowsWithinTheUsualBudget() throws Exception {
        follow(new Likeness(Set.of(CALLS_OF_A_RUN)));
    }

    private void follow(Likeness likeness, String... settings) throws IOException, InterruptedException {
        List<Step> steps = WalkThrough.of(DOCUMENT).steps();
        int port = TestPorts.free();
        List<String> commands = steps.stream()
                .map(step -> step.commands().replace(ADDRESS, "localhost:" + port))
                .toList();
        List<String> outputs;
        try (ConfigurableApplicationContext gateway = gateway(port, settings)) {
            assertThat(gateway.isRunning()).isTrue();
            outputs = new Shell(home, PATIENCE).run(commands);
        }
        for (int i = 0; i < steps.size(); i++) {
            likeness.check(steps.get(i), outputs.get(i).replace(":" + port + "/", ":8080/"));
        }
    }

    private static ConfigurableApplicationContext gateway(int port, String... settings) {
        Stream<String> own = Stream.of("--server.port=" + port, "--logging.level.root=ERROR");
        return new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .profiles("sandbox")
                .run(Stream.concat(own, Stream.of(settings)).toArray(String[]::new));
    }
}
