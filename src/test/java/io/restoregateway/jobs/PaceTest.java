package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Where Atlan takes long, writes become smaller and fewer at once, quickly; where it does not, larger and more, slowly. */
class PaceTest {

    private static final Duration NONE = Duration.ZERO;

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void halvesWhenAWriteTookOverFiveSecondsAndGrowsAgain(TestDatabases databases) {
        try (TestDatabase database = databases.fresh()) {
            Tables tables = tables(database);
            JobTable jobs = tables.jobs();
            UUID job = running(tables);
            assertPace(jobs, job, 2, 50);
            for (int lanes = 3; lanes <= 8; lanes++) {
                worked(jobs, job, Pace.after(Duration.ofSeconds(5), NONE));
                assertPace(jobs, job, lanes, 50);
            }
            worked(jobs, job, Pace.after(NONE, NONE));
            assertPace(jobs, job, 8, 50);
            Pace slow = Pace.after(Duration.ofMillis(5_001), NONE);
            worked(jobs, job, slow);
            assertPace(jobs, job, 4, 25);
            worked(jobs, job, slow);
            assertPace(jobs, job, 2, 12);
            for (int i = 0; i < 6; i++) {
                worked(jobs, job, slow);
            }
            assertPace(jobs, job, 1, 1);
            worked(jobs, job, Pace.after(Duration.ofSeconds(1), NONE));
            assertPace(jobs, job, 2, 6);
            worked(jobs, job, Pace.after(Duration.ofSeconds(1), Duration.ofSeconds(1)));
            assertPace(jobs, job, 2, 11);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void triesLessAtOnceWhereWaitingAloneDidNotHelp(TestDatabases databases) {
        try (TestDatabase database = databases.fresh()) {
            Tables tables = tables(database);
            JobTable jobs = tables.jobs();
            UUID job = running(tables);
            jobs.wait(jobs.work(job).orElseThrow(), "any", false);
            assertPace(jobs, job, 1, 50);
            jobs.wait(jobs.work(job).orElseThrow(), "any", true);
            assertPace(jobs, job, 1, 50);
            for (int perWrite : new int[] {25, 12, 6, 3, 1, 1}) {
                jobs.worked(job, new JobTable.Effort(1, 0, false, Pace.HELD));
                jobs.wait(jobs.work(job).orElseThrow(), "any", true);
                assertPace(jobs, job, 1, perWrite);
            }
            worked(jobs, job, Pace.FASTER);
            assertPace(jobs, job, 2, 6);
            assertThat(jobs.work(job).orElseThrow().setbacks()).isZero();
        }
    }

    private static Tables tables(TestDatabase database) {
        return Tables.of(
                new JdbcTemplate(database.dataSource()),
                new TransactionTemplate(database.transactions()),
                Clock.systemUTC());
    }

    private static UUID running(Tables tables) {
        UUID job = UUID.randomUUID();
        tables.jobs()
                .insert(
                        job,
                        new NewJob(
                                JobTestCase.orderOf(JobTestCase.AT_ONCE),
                                JobKind.RESTORE,
                                JobSource.ASSETS,
                                null,
                                null,
                                null));
        tables.states().open(job, Phase.RUN);
        return job;
    }

    private static void worked(JobTable jobs, UUID job, Pace pace) {
        jobs.worked(job, new JobTable.Effort(1, 0, true, pace));
    }

    private static void assertPace(JobTable jobs, UUID id, int lanes, int perWrite) {
        JobWork job = jobs.work(id).orElseThrow();
        assertThat(job.lanes()).isEqualTo(lanes);
        assertThat(job.perWrite()).isEqualTo(perWrite);
    }
}
