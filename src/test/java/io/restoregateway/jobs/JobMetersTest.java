package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restoregateway.database.TestDatabases;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What operators see of jobs, at each database. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class JobMetersTest extends JobTestCase {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    /** Held on to, as its gauges do not. */
    private @Nullable JobMeters meters;

    @BeforeEach
    void bind() {
        meters = new JobMeters(bean(JdbcClient.class), () -> now, Runnable::run);
        meters.bindTo(registry);
    }

    private double jobs(String state) {
        return registry.get("restore.gateway.jobs").tag("state", state).gauge().value();
    }

    private double gauge(String name) {
        return registry.get("restore.gateway.jobs." + name).gauge().value();
    }

    /** Nobody looks at the database twice within these seconds. */
    private void later() {
        now = now.plusSeconds(5);
    }

    @Test
    void countsOpenJobsByStateAndForgetsThoseAtTheirEnd() {
        assertThat(jobs("awaiting_confirmation")).isZero();
        RestoreJob first = await(order(CONFIRMED, accident(3)), JobState.AWAITING_CONFIRMATION);
        RestoreJob second = await(order(CONFIRMED, accident(2)), JobState.AWAITING_CONFIRMATION);
        assertThat(jobs("awaiting_confirmation")).as("as seen a moment before").isZero();

        later();
        assertThat(jobs("awaiting_confirmation")).isEqualTo(2);
        assertThat(jobs("running")).isZero();
        assertThat(gauge("items")).as("of running jobs").isZero();

        jobs().cancel(first.id(), "tester");
        confirmed(second);
        await(first, JobState.CANCELLED);
        later();
        assertThat(jobs("awaiting_confirmation")).isZero();
        assertThat(jobs("running")).isZero();
    }

    @Test
    void tellsHowFarRunningJobsAreAndThatTheyWait() {
        RestoreJob job = await(order(CONFIRMED, accident(4)), JobState.AWAITING_CONFIRMATION);
        edge().answers(503);
        jobs().confirm(job.id(), "boss");
        Await.until(jobs(), job.id(), each -> each.progress().waitingFor() != null);

        assertThat(jobs("running")).isOne();
        assertThat(gauge("waiting")).isOne();
        assertThat(gauge("items")).isGreaterThanOrEqualTo(4);
        assertThat(gauge("items.done")).isZero();

        edge().heals();
        await(job, JobState.COMPLETED);
        later();
        assertThat(jobs("running")).isZero();
        assertThat(gauge("items")).isZero();
    }

    @Test
    void withoutItsDatabaseItTellsNothingRatherThanSomethingWrong() {
        JdbcClient elsewhere = JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:without-any-table"));
        SimpleMeterRegistry alone = new SimpleMeterRegistry();
        meters = new JobMeters(elsewhere, () -> now, Runnable::run);
        meters.bindTo(alone);

        assertThat(alone.get("restore.gateway.jobs.items").gauge().value()).isNaN();
    }
}
