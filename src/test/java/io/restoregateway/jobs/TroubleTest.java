package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of Atlan meanwhile, a job waits as long as it must, and ends with the truth about each item. */
@ParameterizedClass
@EnumSource(value = TestDatabases.class, names = "POSTGRESQL")
class TroubleTest extends JobTestCase {

    @Test
    void waitsWhileAtlanIsInTroubleAndGoesOnByItself() {
        List<StoredAsset> assets = accident(150);
        edge().answers(503);
        RestoreJob job = order(AT_ONCE, assets);
        RestoreJob waiting = waiting(job);
        assertThat(waiting.state()).isEqualTo(JobState.RUNNING);
        assertThat(waiting.progress().done()).isZero();
        edge().heals();
        allRestored(job, assets);
    }

    @Test
    void waitsWhileNoConnectionHolds() {
        List<StoredAsset> assets = accident(150);
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        edge().breaksConnections();
        jobs().confirm(job.id(), "boss");
        waiting(job);
        edge().heals();
        allRestored(job, assets);
    }

    @Test
    void waitsWhileTheTokenIsRefused() {
        List<StoredAsset> assets = accident(20);
        edge().answers(401);
        RestoreJob job = order(AT_ONCE, assets);
        assertThat(waiting(job).progress().waitingFor()).contains("API key");
        edge().heals();
        allRestored(job, assets);
    }

    @Test
    void aTokenRefusedBetweenReadAndWriteFailsNoItem() {
        List<StoredAsset> assets = accident(20);
        sandbox.queue(Fault.answers(CallKind.WRITE, 401, "{}"));
        allRestored(order(AT_ONCE, assets), assets);
    }

    @Test
    void waitsWhereAtlanHasHadEnoughCalls() {
        List<StoredAsset> assets = accident(60);
        sandbox.queue(
                Fault.tooManyRequests(CallKind.BULK_READ, "1"),
                Fault.tooManyRequests(CallKind.WRITE, "1"),
                Fault.tooManyRequests(CallKind.WRITE, "5"));
        RestoreJob job = order(AT_ONCE, assets);
        assertThat(waiting(job).progress().waitingFor()).contains("enough calls");
        allRestored(job, assets);
    }

    @Test
    void writesThatAreAppliedWithoutAnAnswerOrLateAreFoundOut() {
        List<StoredAsset> assets = accident(150);
        sandbox.queue(
                Fault.timesOutThenCommits(CallKind.WRITE, Duration.ofMillis(500)),
                Fault.timesOutAfterCommit(CallKind.WRITE),
                Fault.dropsThenCommits(CallKind.WRITE, Duration.ofSeconds(4)),
                Fault.dropsBeforeCommit(CallKind.WRITE),
                Fault.conflict());
        allRestored(order(AT_ONCE, assets), assets);
    }

    @Test
    void aWriteThatCommitsAfterAtlanWentAwayIsNotTakenForSomebodyElses() {
        List<StoredAsset> database = accident(20).subList(0, 1);
        sandbox.queue(Fault.timesOutThenCommits(CallKind.WRITE, Duration.ofSeconds(4)));
        sandbox.queue(
                Fault.maintenance(CallKind.WRITE),
                Fault.maintenance(CallKind.WRITE),
                Fault.maintenance(CallKind.WRITE));
        RestoreJob job = await(order(AT_ONCE, database), JobState.COMPLETED);
        assertThat(items(job).values()).singleElement().satisfies(item -> {
            assertThat(Objects.requireNonNull(item.outcome()).outcome()).isEqualTo(Outcome.RESTORED);
            assertThat(item.warnings()).contains("CHANGED_MEANWHILE");
        });
    }

    @Test
    void aPoisonedItemFailsAloneAndHoldsNothingUpForGood() {
        List<StoredAsset> assets = accident(150);
        StoredAsset poisoned = first("Table", assets);
        edge().poison(poisoned.guid());
        RestoreJob job = await(order(AT_ONCE, assets), JobState.COMPLETED);
        assertThat(job.progress().count(Outcome.FAILED)).isEqualTo(1);
        assertThat(job.progress().count(Outcome.RESTORED)).isEqualTo(assets.size() - 1);
        assertThat(outcome(job, poisoned).code()).isEqualTo("UPSTREAM_ERROR");
        assertThat(now(poisoned.guid()).isArchived()).isTrue();
        assertThat(job.progress().waitingFor()).isNull();
    }

    @Test
    void whatWasInHandWheneverAGatewayWentDownIsTriedNoMore() {
        List<StoredAsset> assets = accident(5);
        StoredAsset column = first("Column", assets);
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        bean(Tables.class)
                .jdbc()
                .sql("update restore_job_item set strikes = 60 where job_id = ? and guid = ?")
                .params(job.id(), column.guid())
                .update();
        RestoreJob done = confirmed(job);
        assertThat(outcome(done, column).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(outcome(done, column).code()).isEqualTo("INTERNAL_ERROR");
        assertThat(now(column.guid()).isArchived()).isTrue();
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(assets.size() - 1);
    }

    @Test
    void anUnexpectedChangeStopsTheJobAtOnce() {
        List<StoredAsset> assets = accident(150);
        StoredAsset database = first("Database", assets);
        sandbox.beforeNextWrite(tenant -> rename(database));
        sandbox.forgetCalls();
        RestoreJob job = await(order(AT_ONCE, assets), JobState.STOPPED);
        assertThat(Objects.requireNonNull(job.reason()).code()).isEqualTo("UNEXPECTED_CHANGE");
        assertThat(job.reason().message()).contains(database.guid());
        assertThat(outcome(job, database).code()).isEqualTo("UNEXPECTED_CHANGE");
        assertThat(job.progress().count(Outcome.FAILED)).isEqualTo(1);
        assertThat(job.progress().count(Outcome.NOT_ATTEMPTED)).isEqualTo(assets.size() - 1);
        assertThat(job.progress().waitingFor()).isNull();
        assertThat(sandbox.counts().of(CallKind.WRITE)).isEqualTo(1);
        assertThat(jobs().resume(job.id(), "boss")).isInstanceOf(Transition.WrongState.class);
    }

    @Test
    void anUnexpectedChangeIsToldOfAJobThatWasCancelledMeanwhile() {
        List<StoredAsset> assets = accident(150);
        StoredAsset database = first("Database", assets);
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        sandbox.beforeNextWrite(tenant -> {
            rename(database);
            jobs().cancel(job.id(), "boss");
        });
        jobs().confirm(job.id(), "boss");
        RestoreJob ended = Await.until(jobs(), job.id(), now -> now.finishedAt() != null);
        assertThat(ended.state()).isEqualTo(JobState.CANCELLED);
        assertThat(Objects.requireNonNull(ended.reason()).code()).isEqualTo("UNEXPECTED_CHANGE");
        assertThat(ended.reason().message()).contains(database.guid());
        assertThat(ended.progress().count(Outcome.CANCELLED)).isEqualTo(assets.size() - 1);
    }

    private static StoredAsset first(String typeName, List<StoredAsset> assets) {
        return assets.stream()
                .filter(asset -> asset.typeName().equals(typeName))
                .findFirst()
                .orElseThrow();
    }

    private void rename(StoredAsset asset) {
        sandbox.as("somebody").rename(asset.guid(), asset.qualifiedName() + "_RENAMED");
    }

    private RestoreJob waiting(RestoreJob job) {
        return Await.until(jobs(), job.id(), now -> now.progress().waitingFor() != null);
    }

    private void allRestored(RestoreJob job, List<StoredAsset> assets) {
        RestoreJob done = await(job, JobState.COMPLETED);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(assets.size());
        assertThat(done.progress().waitingFor()).isNull();
        assertThat(assets).noneMatch(asset -> now(asset.guid()).isArchived());
    }
}
