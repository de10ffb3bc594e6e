package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.audit.AuditEvent;
import io.restoregateway.audit.AuditEvents;
import io.restoregateway.audit.AuditSelector;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a job was let do is in the audit once, with its outcome, also where the job ended before it. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class JobAuditTest extends JobTestCase {

    private static final JobOptions VALIDATED = new JobOptions("any", false, true, false, false, null, null);

    /** What the audit says of each asset of a job; none stands there twice. */
    private Map<String, Conclusion> recorded(RestoreJob job) {
        AuditSelector ofJob = new AuditSelector(null, null, job.id(), null, null);
        Map<String, Conclusion> recorded = new HashMap<>();
        for (AuditEvent event : bean(AuditEvents.class).find(ofJob, null, 10_000)) {
            assertThat(event.origin().actor()).isEqualTo("tester");
            assertThat(recorded.put(
                            Objects.requireNonNull(event.asset().guid()), Objects.requireNonNull(event.conclusion())))
                    .as("%s is recorded twice", event)
                    .isNull();
        }
        return recorded;
    }

    private void assertRecordedAsTold(RestoreJob job) {
        Map<String, Outcome> told = new HashMap<>();
        items(job)
                .forEach((guid, item) ->
                        told.put(guid, Objects.requireNonNull(item.outcome()).outcome()));
        Map<String, Outcome> recorded = new HashMap<>();
        recorded(job).forEach((guid, conclusion) -> recorded.put(guid, conclusion.outcome()));
        assertThat(recorded).isEqualTo(told);
    }

    @Test
    void whatACancelledJobDidNotGetTo() {
        List<StoredAsset> assets = accident(400);
        sandbox.change(settings -> settings.withLatencyPerCall(Duration.ofMillis(100)));
        RestoreJob job = order(AT_ONCE, assets);
        Await.until(jobs(), job.id(), now -> now.progress().done() > 20);
        jobs().cancel(job.id(), "boss");
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(done.progress().outcomes()).containsKeys(Outcome.RESTORED, Outcome.CANCELLED);
        assertRecordedAsTold(done);
    }

    @Test
    void whatAStoppedJobDidNotGetTo() {
        List<AssetIdentity> claims = new ArrayList<>();
        accident(60).forEach(asset -> claims.add(identity(asset)));
        claims.add(claim(archived("Connection"), "default/any/9"));
        RestoreJob job = await(
                orderClaims(new JobOptions("any", false, false, false, false, 0L, null), claims), JobState.STOPPED);
        assertThat(job.progress().count(Outcome.NOT_ATTEMPTED)).isEqualTo(60);
        assertRecordedAsTold(job);
    }

    private StoredAsset archived(String type) {
        return sandbox.stream()
                .filter(asset -> asset.isArchived() && asset.typeName().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasOnItsWayWhenTheJobWasCancelled() {
        List<StoredAsset> assets = accident(10);
        RestoreJob job = order(CONFIRMED, assets);
        await(job, JobState.AWAITING_CONFIRMATION);
        sandbox.queue(Fault.dropsBeforeCommit(CallKind.WRITE));
        sandbox.beforeNextWrite(tenant -> edge().answers(503));
        jobs().confirm(job.id(), "boss");
        Await.until(jobs(), job.id(), now -> now.progress().waitingFor() != null);
        jobs().cancel(job.id(), "boss");
        edge().heals();
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.UNCONFIRMED, Outcome.CANCELLED);
        assertRecordedAsTold(done);
    }

    @Test
    void nothingOfAJobThatNobodyLetRun() {
        RestoreJob job = order(CONFIRMED, accident(10));
        await(job, JobState.AWAITING_CONFIRMATION);
        jobs().cancel(job.id(), "boss");
        assertThat(await(job, JobState.CANCELLED).progress().count(Outcome.CANCELLED))
                .isEqualTo(10);
        assertThat(recorded(job)).isEmpty();
    }

    @Test
    void nothingOfAJobThatOnlyValidates() {
        List<StoredAsset> assets = accident(10);
        edge().answers(503);
        RestoreJob job = order(VALIDATED, assets);
        jobs().cancel(job.id(), "boss");
        await(job, JobState.CANCELLED);
        assertThat(recorded(job)).isEmpty();
    }

    @Test
    void whatWasOrderedToRunAtOnceAndCancelledWhileItWasPrepared() {
        List<StoredAsset> assets = new ArrayList<>(accident(3));
        assets.add(archived("AtlasGlossary"));
        assets.add(archived("AtlasGlossaryTerm"));
        edge().answers(503);
        RestoreJob job = order(AT_ONCE, assets);
        Await.until(jobs(), job.id(), now -> now.progress().waitingFor() != null);
        assertThat(jobs().find(job.id()).orElseThrow().state()).isEqualTo(JobState.PREPARING);
        jobs().cancel(job.id(), "boss");
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.CANCELLED);
        assertRecordedAsTold(done);
    }

    @Test
    void namesakesOfWhichNoneComesBackAndNoMalformedRows() {
        List<StoredAsset> assets = accident(10);
        String namesake = sandbox.as("somebody").createNamesake(assets.getLast().guid());
        sandbox.as("somebody").archive(namesake);
        for (JobOptions options : List.of(skipping(false), skipping(true))) {
            RestoreJob job = await(withMalformedRow(options, assets, now(namesake)), JobState.COMPLETED);
            assertThat(outcome(job, namesake).code()).isEqualTo("AMBIGUOUS_NAME");
            if (options.validateOnly()) {
                assertThat(recorded(job)).isEmpty();
            } else {
                assertThat(recorded(job)).hasSize(11).containsKey(namesake);
                assertThat(recorded(job).get(namesake)).isEqualTo(outcome(job, namesake));
            }
        }
    }

    @Test
    void whatAnUndoLeavesAloneForWantOfAProof() {
        List<StoredAsset> assets = accident(10);
        sandbox.queue(Fault.timesOutAfterCommit(CallKind.WRITE));
        RestoreJob job = await(order(AT_ONCE, assets), JobState.COMPLETED);
        RestoreJob undone = confirmed(created(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")));
        assertThat(undone.progress().outcomes()).containsOnlyKeys(Outcome.ARCHIVED, Outcome.REFUSED);
        assertRecordedAsTold(undone);
    }

    private static JobOptions skipping(boolean validateOnly) {
        return new JobOptions("any", false, validateOnly, false, true, null, null);
    }

    private RestoreJob withMalformedRow(JobOptions options, List<StoredAsset> assets, StoredAsset namesake) {
        try (Upload upload = jobs().upload(orderOf(options), JobSource.CSV)) {
            upload.add(new JobRow.Malformed(1, "Table", null, "no guid", "guid is malformed"));
            assets.forEach(asset -> upload.add(new JobRow.Claimed(2, identity(asset))));
            upload.add(new JobRow.Claimed(3, identity(namesake)));
            return created(upload.finish("any"));
        }
    }
}
