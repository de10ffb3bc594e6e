package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.Conclusion.Outcome;
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

    @Test
    void keepsAJobAsLongAsItsUndoIsNotDone() {
        List<StoredAsset> assets = accident(5);
        RestoreJob job = await(order(AT_ONCE, assets), JobState.COMPLETED);
        RestoreJob undo =
                await(created(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")), JobState.AWAITING_CONFIRMATION);

        upkeep(Duration.ofDays(91)).removeOld();
        assertThat(jobs().find(job.id())).isPresent();
        assertThat(confirmed(undo).progress().count(Outcome.ARCHIVED)).isEqualTo(5);

        upkeep(Duration.ofDays(91)).removeOld();
        assertThat(jobs().find(job.id())).isEmpty();
        assertThat(jobs().find(undo.id())).isEmpty();
    }

    @Test
    void isAllOrNothingForWhoeverReadsAJobOrBuildsUponIt() {
        RestoreJob job = await(order(AT_ONCE, accident(5)), JobState.COMPLETED);
        // As when the gateway was stopped in the middle of its removal.
        bean(Tables.class)
                .jdbc()
                .sql("update restore_job set state = 'REMOVING' where id = ?")
                .param(job.id())
                .update();
        bean(Tables.class)
                .jdbc()
                .sql("delete from restore_job_item where job_id = ? and position > 2")
                .param(job.id())
                .update();

        assertThat(jobs().find(job.id())).isEmpty();
        assertThat(jobs().list(null, 100)).extracting(RestoreJob::id).doesNotContain(job.id());
        assertThat(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")).isInstanceOf(Creation.Unknown.class);
        assertThatThrownBy(() -> items(job)).hasMessageContaining("removed");
        upkeep(Duration.ZERO).removeOld();
        assertThat(bean(Tables.class).jobs().hidden()).isEmpty();
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
                new JobsProperties(Duration.ofDays(90), 100),
                Clock.offset(Clock.systemUTC(), later));
    }
}
