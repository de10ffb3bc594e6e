package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.ParentsFirst;
import io.restoregateway.sandbox.AssetAccess;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Items that fail: how many a job puts up with, which are tried again, and which are refused on their own account. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class FailedItemsTest extends JobTestCase {

    @Test
    void stopsWhenMoreFailThanMaxFailuresAllows() {
        List<StoredAsset> assets = accident(300);
        RestoreJob job = await(
                orderClaims(new JobOptions("any", false, false, false, false, 5L, null), partlyWrong(assets, 8)),
                JobState.STOPPED);
        assertThat(Objects.requireNonNull(job.reason()).code()).isEqualTo("TOO_MANY_FAILURES");
        assertThat(job.progress().count(Outcome.REFUSED)).isBetween(6L, 8L);
        assertThat(job.progress().count(Outcome.NOT_ATTEMPTED)).isPositive();
        assertThat(job.progress().done()).isEqualTo(assets.size());
    }

    @Test
    void runsOnWhenNoMoreFailThanMaxFailuresAllows() {
        List<StoredAsset> assets = accident(100);
        RestoreJob job = await(
                orderClaims(new JobOptions("any", false, false, false, false, 5L, null), partlyWrong(assets, 5)),
                JobState.COMPLETED);
        assertThat(job.progress().count(Outcome.REFUSED)).isEqualTo(5);
        assertThat(job.progress().count(Outcome.RESTORED)).isEqualTo(95);
    }

    @Test
    void namesakesThatAreRefusedBeforeAnythingIsTriedAreFailuresToo() {
        List<StoredAsset> assets = new ArrayList<>(accident(20));
        String namesake = sandbox.as("somebody").createNamesake(assets.getLast().guid());
        sandbox.as("somebody").archive(namesake);
        assets.add(now(namesake));
        List<AssetIdentity> claims = assets.stream().map(JobTestCase::identity).toList();
        RestoreJob job = await(
                orderClaims(new JobOptions("any", false, false, false, false, 1L, null), claims), JobState.STOPPED);
        assertThat(Objects.requireNonNull(job.reason()).code()).isEqualTo("TOO_MANY_FAILURES");
        assertThat(job.progress().count(Outcome.NOT_ATTEMPTED)).isPositive();
    }

    @Test
    void stopsWhenALargerShareFailsThanMaxFailureRateAllows() {
        List<StoredAsset> assets = accident(1_000);
        RestoreJob job = await(
                orderClaims(new JobOptions("any", false, false, false, false, null, 0.1), partlyWrong(assets, 200)),
                JobState.STOPPED);
        assertThat(Objects.requireNonNull(job.reason()).code()).isEqualTo("TOO_MANY_FAILURES");
        assertThat(job.progress().count(Outcome.NOT_ATTEMPTED)).isPositive();
    }

    /** Parents are wrong first, so that there is a level below that must wait for them. */
    private static List<AssetIdentity> partlyWrong(List<StoredAsset> assets, int wrong) {
        List<StoredAsset> parentsFirst = assets.stream()
                .sorted(Comparator.comparingInt(asset -> ParentsFirst.rank(identity(asset))))
                .toList();
        List<AssetIdentity> claims = new ArrayList<>();
        for (int i = 0; i < parentsFirst.size(); i++) {
            StoredAsset asset = parentsFirst.get(i);
            claims.add(i < wrong ? claim(asset, asset.qualifiedName() + "x") : identity(asset));
        }
        return claims;
    }

    @Test
    void triesAgainWhatFailedAndOnlyThat() {
        List<StoredAsset> assets = accident(60);
        List<StoredAsset> forbidden = assets.subList(40, 43);
        forbidden.forEach(asset -> sandbox.as("admin").allow(asset.guid(), AssetAccess.READ_ONLY));
        RestoreJob job = await(order(AT_ONCE, assets), JobState.COMPLETED);
        assertThat(job.progress().count(Outcome.FAILED)).isEqualTo(3);
        assertThat(job.progress().count(Outcome.RESTORED)).isEqualTo(57);
        assertThat(forbidden)
                .allSatisfy(asset -> assertThat(outcome(job, asset).code()).isEqualTo("FORBIDDEN_BY_ATLAN"));
        forbidden.forEach(asset -> sandbox.as("admin").allow(asset.guid(), AssetAccess.FULL));

        RestoreJob again = created(jobs().retryFailed(job.id(), orderOf(AT_ONCE), "retry"));
        RestoreJob done = await(again, JobState.COMPLETED);
        assertThat(done.parent()).isEqualTo(job.id());
        assertThat(done.progress().total()).isEqualTo(3);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(assets).noneMatch(asset -> now(asset.guid()).isArchived());
        assertThat(jobs().retryFailed(done.id(), orderOf(AT_ONCE), "none")).isInstanceOf(Creation.WrongState.class);
        assertThat(jobs().retryFailed(UUID.randomUUID(), orderOf(AT_ONCE), "none"))
                .isInstanceOf(Creation.Unknown.class);
    }

    @Test
    void whatAStoppedJobNeverGotToIsTriedAgain() {
        List<StoredAsset> assets = accident(30);
        StoredAsset first = assets.getFirst();
        sandbox.beforeNextWrite(
                tenant -> tenant.as("somebody").rename(first.guid(), first.qualifiedName() + "_RENAMED"));
        RestoreJob stopped = await(order(AT_ONCE, assets), JobState.STOPPED);
        RestoreJob again =
                await(created(jobs().retryFailed(stopped.id(), orderOf(AT_ONCE), "retry")), JobState.COMPLETED);
        assertThat(again.progress().total()).isEqualTo(assets.size());
        assertThat(again.progress().count(Outcome.RESTORED)).isEqualTo(assets.size() - 1);
    }

    @Test
    void refusesWhatSomebodyRestoredAndArchivedAgainSinceItWasSelected() {
        List<StoredAsset> assets = accident(30);
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        StoredAsset changed = assets.get(7);
        StoredAsset restored = assets.get(9);
        sandbox.as("somebody").restore(changed.guid()).archive(changed.guid()).restore(restored.guid());
        RestoreJob done = confirmed(job);
        assertThat(outcome(job, changed).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(job, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(outcome(job, restored).outcome()).isEqualTo(Outcome.ALREADY_ACTIVE);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(28);
        assertThat(now(changed.guid()).isArchived()).isTrue();
    }

    /** A job of these assets that has refused one of them, since somebody restored it and archived it again. */
    private RestoreJob refusing(StoredAsset changed, List<StoredAsset> assets) {
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        sandbox.as("somebody").restore(changed.guid()).archive(changed.guid());
        RestoreJob done = confirmed(job);
        assertThat(outcome(done, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        return done;
    }

    @Test
    void whatChangedIsTakenAsItIsNowByAnotherAttemptThatSomebodyConfirms() {
        List<StoredAsset> assets = accident(10);
        StoredAsset changed = assets.getLast();
        RestoreJob job = refusing(changed, assets);
        RestoreJob again = confirmed(created(jobs().retryFailed(job.id(), orderOf(CONFIRMED), "again")));
        assertThat(again.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(now(changed.guid()).isArchived()).isFalse();
    }

    @Test
    void whatChangesAgainBeforeAnotherAttemptIsConfirmedIsRefusedAgain() {
        List<StoredAsset> assets = accident(10);
        StoredAsset changed = assets.getLast();
        RestoreJob job = refusing(changed, assets);
        RestoreJob again = created(jobs().retryFailed(job.id(), orderOf(CONFIRMED), "again"));
        await(again, JobState.AWAITING_CONFIRMATION);
        sandbox.as("somebody").restore(changed.guid()).archive(changed.guid());
        confirmed(again);
        assertThat(outcome(again, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(now(changed.guid()).isArchived()).isTrue();
    }

    @Test
    void whatChangedIsLeftAloneByAnotherAttemptThatNobodyConfirms() {
        List<StoredAsset> assets = accident(10);
        StoredAsset changed = assets.getLast();
        RestoreJob job = refusing(changed, assets);
        RestoreJob again = await(created(jobs().retryFailed(job.id(), orderOf(AT_ONCE), "again")), JobState.COMPLETED);
        assertThat(outcome(again, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(now(changed.guid()).isArchived()).isTrue();
    }

    @Test
    void anotherAttemptAtAnUndoLeavesAloneWhatChangedSinceTheRestore() {
        List<StoredAsset> assets = accident(10);
        RestoreJob job = await(order(AT_ONCE, assets), JobState.COMPLETED);
        StoredAsset changed = assets.getLast();
        sandbox.as("somebody").edit(changed.guid(), "description", "better words");
        RestoreJob undo = confirmed(created(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")));
        RestoreJob again = confirmed(created(jobs().retryFailed(undo.id(), orderOf(CONFIRMED), "again")));
        assertThat(outcome(again, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(now(changed.guid()).isArchived()).isFalse();
    }

    @Test
    void refusesWhatWasActiveInThePreviewAndWasArchivedSince() {
        List<StoredAsset> assets = accident(10);
        StoredAsset active = assets.get(4);
        sandbox.as("somebody").restore(active.guid());
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        sandbox.as("somebody").archive(active.guid());
        RestoreJob done = confirmed(job);
        assertThat(outcome(job, active).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(now(active.guid()).isArchived()).isTrue();
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(9);
    }

    @Test
    void refusesWhatSomebodyRestoredAndArchivedAgainSinceItWasOrderedToRunAtOnce() {
        List<StoredAsset> assets = accident(30);
        edge().answers(503);
        RestoreJob job = order(AT_ONCE, assets);
        long latest = assets.stream().mapToLong(StoredAsset::updateTime).max().orElseThrow();
        bean(Tables.class)
                .jdbc()
                .sql("update restore_job set created_at = ? where id = ?")
                .params(Columns.at(Instant.ofEpochMilli(latest).minus(Duration.ofMinutes(1))), job.id())
                .update();
        StoredAsset changed = assets.get(7);
        sandbox.as("somebody").restore(changed.guid()).archive(changed.guid());
        edge().heals();
        RestoreJob done = await(job, JobState.COMPLETED);
        assertThat(outcome(job, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(29);

        RestoreJob again = await(created(jobs().retryFailed(job.id(), orderOf(AT_ONCE), "retry")), JobState.COMPLETED);
        assertThat(outcome(again, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(now(changed.guid()).isArchived()).isTrue();
    }

    @Test
    void countsDuplicatesAndRestoresEachAssetOnce() {
        List<StoredAsset> assets = accident(20);
        List<StoredAsset> repeated = new ArrayList<>(assets);
        repeated.addAll(assets.subList(0, 8));
        repeated.add(assets.getFirst());
        RestoreJob done = await(order(AT_ONCE, repeated), JobState.COMPLETED);
        assertThat(done.progress().total()).isEqualTo(29);
        assertThat(done.progress().duplicates()).isEqualTo(9);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(20);
        assertThat(sandbox.needlessWrites().entries()).isZero();
        assertThat(jobs().items(done.id(), Outcome.RESTORED, -1, 100)).hasSize(29);
    }

    @Test
    void refusesNamesakesOfOneJobHoweverFarApartTheyStand() {
        List<StoredAsset> assets = new ArrayList<>(accident(260));
        StoredAsset model = assets.getLast();
        String namesake = sandbox.as("somebody").createNamesake(model.guid());
        sandbox.as("somebody").archive(namesake);
        assets.addFirst(now(namesake));
        sandbox.forgetCalls();
        RestoreJob done = await(order(AT_ONCE, assets), JobState.COMPLETED);
        assertThat(done.progress().count(Outcome.REFUSED)).isEqualTo(2);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(assets.size() - 2);
        for (String guid : List.of(model.guid(), namesake)) {
            assertThat(outcome(done, guid).code()).isEqualTo("AMBIGUOUS_NAME");
            assertThat(now(guid).isArchived()).isTrue();
        }
    }

    @Test
    void parentsComeBackBeforeTheirChildrenOverTheWholeJob() {
        List<StoredAsset> assets = accident(1_000).reversed();
        RestoreJob done = await(order(AT_ONCE, assets), JobState.COMPLETED);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(assets.size());
        assertThat(sandbox.counts().of(CallKind.WRITE)).isGreaterThan(10);
        int seen = 0;
        for (StoredAsset asset : assets) {
            String name = asset.qualifiedName();
            for (StoredAsset parent : sandbox.named(name.substring(0, name.lastIndexOf('/')))) {
                if (!parent.typeName().equals("Connection")) {
                    seen++;
                    assertThat(parent.updateTime())
                            .isLessThanOrEqualTo(now(asset.guid()).updateTime());
                }
            }
        }
        assertThat(seen).isGreaterThan(900);
    }
}
