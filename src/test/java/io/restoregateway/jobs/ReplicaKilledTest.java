package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.jobs.GatewayProcess.Size;
import io.restoregateway.sandbox.SandboxTenant;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Two replicas on one PostgreSQL, of which one is killed in the middle of a job: the other finishes it, within one budget. */
@Tag("nightly")
class ReplicaKilledTest {

    private static final Logger LOG = LoggerFactory.getLogger(TestTenant.FIGURES);

    private static final int ASSETS = 3_000;

    private static final int CALLS_PER_MINUTE = 120;

    @TempDir
    Path directory;

    @Test
    void theOtherFinishesAndNoMinuteSawMoreCallsThanAllowed() {
        SandboxTenant sandbox = TestTenant.fresh().sandbox();
        Size size = new Size(192, CALLS_PER_MINUTE);
        try (LastingDatabase database = LastingDatabases.POSTGRESQL.fresh(directory);
                GatewayProcess one = launch(database, "one", size).awaitReady();
                GatewayProcess other = launch(database, "other", size).awaitReady()) {
            Accident accident = Accident.of(ASSETS, sandbox);
            sandbox.change(settings -> settings.withCallsPerMinute(CALLS_PER_MINUTE));
            String job = accident.order(one.calls());
            other.calls().await(job, JobState.AWAITING_CONFIRMATION);
            other.calls().tell(job, "confirm");
            accident.awaitActive(ASSETS / 3);

            one.kill();

            JsonNode done = other.calls().await(job, JobState.COMPLETED);
            LOG.info("{}, needless {}", sandbox.counts(), sandbox.needlessWrites());
            assertThat(done.path("progress").path("outcomes").path("restored").asInt())
                    .isEqualTo(ASSETS);
            accident.checkReport(other.calls().report(job), Map.of("RESTORED", true));
            assertThat(sandbox.counts().rateLimited()).isZero();
            assertThat(sandbox.counts().busiestMinute()).isBetween(CALLS_PER_MINUTE / 2, CALLS_PER_MINUTE);
        }
    }

    private GatewayProcess launch(LastingDatabase database, String name, Size size) {
        return GatewayProcess.launch(database, TestTenant.fresh(), directory.resolve(name + ".log"), size);
    }
}
