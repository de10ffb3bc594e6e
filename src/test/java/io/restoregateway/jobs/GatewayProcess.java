package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A whole gateway as a process of its own, so that it can be killed. */
final class GatewayProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String CLASSES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));

    private final Path log;

    private final JobCalls calls;

    private final Process process;

    private GatewayProcess(LastingDatabase database, TestTenant tenant, Path log, Size size) {
        int port = TestPorts.free();
        this.log = log;
        this.calls = new JobCalls("http://127.0.0.1:" + port);
        ProcessBuilder builder = new ProcessBuilder(command(database, tenant, port, size))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(database.environment());
        try {
            this.process = builder.start();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Begins to start a gateway. */
    static GatewayProcess launch(LastingDatabase database, TestTenant tenant, Path log) {
        return launch(database, tenant, log, new Size(192, 100_000));
    }

    static GatewayProcess launch(LastingDatabase database, TestTenant tenant, Path log, Size size) {
        return new GatewayProcess(database, tenant, log, size);
    }

    /**
     * How much a gateway may use.
     *
     * @param heapMegabytes its heap
     * @param callsPerMinute its calls to Atlan
     */
    record Size(int heapMegabytes, int callsPerMinute) {}

    private static List<String> command(LastingDatabase database, TestTenant tenant, int port, Size size) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + size.heapMegabytes() + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                CLASSES,
                RestoreGatewayApplication.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + port,
                "--gateway.atlan.base-url=" + tenant.url(),
                "--gateway.atlan.api-key=sandbox-token",
                "--gateway.atlan.calls-per-minute=" + size.callsPerMinute(),
                "--gateway.access.mode=open"));
        database.settings().forEach(setting -> command.add("--" + setting));
        return command;
    }

    GatewayProcess awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!calls.isReady()) {
            assertThat(process.isAlive())
                    .as("The gateway died at its start: %s", lastWords())
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("The gateway did not start: %s", lastWords())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return this;
    }

    JobCalls calls() {
        return calls;
    }

    /** SIGKILL: it can do nothing about it, and writes nothing down any more. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    private String lastWords() {
        try {
            String all = Files.readString(log, StandardCharsets.UTF_8);
            return all.substring(Math.max(0, all.length() - 3_000));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
