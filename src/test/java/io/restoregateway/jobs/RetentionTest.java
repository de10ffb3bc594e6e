package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabases;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Finished jobs are kept for as long as the setting says, and then leave nothing behind. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class RetentionTest extends JobTestCase {

    @Test
    void removesFinishedJobsWithAllThatTheyHave() {
        List<StoredAsset> assets = accident(5);
        List<RestoreJob> finished =
                Stream.generate(() -> keyed(assets)).limit(25).toList();
        finished.forEach(job -> await(job, JobState.COMPLETED));
        RestoreJob waiting = await(order(CONFIRMED, assets), JobState.AWAITING_CONFIRMATION);

        upkeep(Duration.ofDays(89)).removeOld();
        assertThat(jobs().find(finished.getFirst().id())).isPresent();

        upkeep(Duration.ofDays(91)).removeOld();
        assertThat(finished).allSatisfy(job -> {
            assertThat(jobs().find(job.id())).isEmpty();
            for (String table : List.of(
                    "restore_job_item",
                    "restore_job_count",
                    "restore_job_key",
                    "restore_job_brought",
                    "restore_job_search")) {
                assertThat(bean(Tables.class)
                                .jdbc()
                                .sql("select count(*) from " + table + " where job_id = ?")
                                .param(job.id())
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        });
        assertThat(jobs().find(waiting.id())).isPresent();
        assertThat(items(waiting)).hasSize(5);
    }

    private RestoreJob keyed(List<StoredAsset> assets) {
        JobOptions validating = new JobOptions("any", false, true, false, false, null, null);
        JobOrder order = new JobOrder(
                "tester", "any-request", validating, UUID.randomUUID().toString());
        try (Upload upload = jobs().upload(order, JobSource.ASSETS)) {
            assets.forEach(asset -> upload.add(new JobRow.Claimed(0, identity(asset))));
            return created(upload.finish("any"));
        }
    }

    private Upkeep upkeep(Duration later) {
        return new Upkeep(
                bean(Tables.class),
                bean(Openings.class),
                new JobsProperties(Duration.ofDays(90)),
                Clock.offset(Clock.systemUTC(), later));
    }
}
