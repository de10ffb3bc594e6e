package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever kills a gateway, its job goes on when it starts again, and what it answered still holds. */
@ParameterizedClass
@EnumSource(LastingDatabases.class)
class KillTest extends KillTestCase {

    private static final int ASSETS = 3_000;

    @Test
    void aJobGoesOnAfterEachKill() {
        Accident accident = Accident.of(ASSETS, tenant.sandbox());
        String job = accident.order(calls());
        gateway.passTime(Duration.ofSeconds(2));
        gateway.killAndStart();
        calls().await(job, JobState.AWAITING_CONFIRMATION);

        calls().tell(job, "confirm");
        gateway.killAndStart();
        assertThat(state(calls().job(job))).isIn(JobState.RUNNING, JobState.COMPLETED);

        accident.awaitActive(random.nextInt(ASSETS));
        gateway.killAndStart();

        JsonNode done = calls().await(job, JobState.COMPLETED);
        assertThat(outcome(done, "restored")).isEqualTo(ASSETS);
        assertThat(accident.sandbox().counts().total()).isLessThan(ASSETS / 10 + gateway.kills() * 100);
        checkTrue(accident, job);
        checkNothingSentAgain(accident);
        checkAudit(accident, job);
    }
}
