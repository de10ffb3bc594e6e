package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.JsonNode;

/** A gateway that may be killed, at a tenant that takes its time. */
abstract class KillTestCase {

    private static final Map<String, Boolean> ACTIVE =
            Map.of("RESTORED", true, "ALREADY_ACTIVE", true, "ARCHIVED", false, "CANCELLED", false);

    /** More lanes than that do not work on a job at the same time, each with two writes' items. */
    private static final int MOST_IN_FLIGHT = 8 * 2 * 50;

    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(3);

    private final long seed = Long.getLong("kill.seed", System.nanoTime());

    final Random random = new Random(seed);

    @RegisterExtension
    final TestExecutionExceptionHandler tellingTheSeed = (context, failure) -> {
        throw new AssertionError("kill.seed=" + seed + ": " + failure.getMessage(), failure);
    };

    final TestTenant tenant = TestTenant.fresh();

    @Parameter
    LastingDatabases databases;

    MortalGateway gateway;

    @BeforeEach
    void start(@TempDir Path directory) {
        gateway = MortalGateway.start(databases, tenant, directory, random);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    JobCalls calls() {
        return gateway.calls();
    }

    static JobState state(JsonNode job) {
        return JobState.valueOf(job.path("state").asString());
    }

    /** Checks that everything of the accident has one outcome, true by the tenant's word. */
    void checkTrue(Accident accident, String job) {
        JsonNode progress = calls().job(job).path("progress");
        int total = accident.guids().size();
        assertThat(progress.path("total").asInt()).isEqualTo(total);
        assertThat(progress.path("done").asInt()).isEqualTo(total);
        assertThat(progress.path("remaining").asInt()).isZero();
        assertThat(progress.path("outcomes")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(total);
        accident.checkReport(calls().report(job), ACTIVE);
    }

    static int outcome(JsonNode job, String outcome) {
        return job.path("progress").path("outcomes").path(outcome).asInt();
    }

    /** Checks that nothing was sent for what was active already, but for what was on its way when the gateway died. */
    void checkNothingSentAgain(Accident accident) {
        assertThat(accident.sandbox().needlessWrites().entries())
                .isLessThanOrEqualTo((long) gateway.kills() * MOST_IN_FLIGHT);
    }

    /** Checks that each asset was recorded once, also where the gateway died while a write was on its way. */
    void checkAudit(Accident accident, String job) {
        long end = System.nanoTime() + UNTIL_SETTLED.toNanos();
        List<JsonNode> events = calls().audit(job);
        while (events.stream().anyMatch(KillTestCase::isOpen)) {
            assertThat(System.nanoTime())
                    .as(
                            "The audit is open: %s",
                            events.stream().filter(KillTestCase::isOpen).toList())
                    .isLessThan(end);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            events = calls().audit(job);
        }
        Set<String> recorded = new HashSet<>();
        events.forEach(event -> assertThat(
                        recorded.add(event.path("asset").path("guid").asString()))
                .as("%s is recorded twice", event)
                .isTrue());
        assertThat(recorded).isEqualTo(accident.guids());
    }

    private static boolean isOpen(JsonNode event) {
        return "OPEN".equals(event.path("outcome").asString());
    }
}
