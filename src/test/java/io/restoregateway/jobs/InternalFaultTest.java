package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fault of the gateway itself behind a write leaves no untrue outcome: what was done is told as done, and as not proven. */
@Tag("nightly")
class InternalFaultTest {

    private final TestTenant tenant = TestTenant.fresh();

    private final SandboxTenant sandbox = tenant.sandbox();

    private final InternalFault fault = new InternalFault();

    private TestDatabase database;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        database = TestDatabases.H2.fresh();
        gateway = TestGateway.start(database, tenant, fault);
    }

    @AfterEach
    void stop() {
        gateway.close();
        database.close();
    }

    private List<StoredAsset> accident() {
        String connection = sandbox.generate(40).qualifiedName();
        sandbox.as("crawler").archiveBeneath(connection);
        return sandbox.beneath(connection).toList();
    }

    private RestoreJob restored(List<StoredAsset> assets) {
        try (Upload upload = gateway.jobs().upload(JobTestCase.orderOf(JobTestCase.AT_ONCE), JobSource.ASSETS)) {
            for (StoredAsset asset : assets) {
                upload.add(new JobRow.Claimed(
                        0,
                        new AssetIdentity(
                                new TypeName(asset.typeName()),
                                new QualifiedName(asset.qualifiedName()),
                                new Guid(asset.guid()))));
            }
            return ended(JobTestCase.created(upload.finish("any")).id());
        }
    }

    private RestoreJob undone(RestoreJob job) {
        UUID undo = JobTestCase.created(
                        gateway.jobs().undo(job.id(), JobTestCase.orderOf(JobTestCase.CONFIRMED), "undo"))
                .id();
        Await.in(gateway.jobs(), undo, JobState.AWAITING_CONFIRMATION);
        gateway.jobs().confirm(undo, "boss");
        return ended(undo);
    }

    private RestoreJob ended(UUID job) {
        return Await.in(gateway.jobs(), job, JobState.COMPLETED);
    }

    private boolean isStruck(JobItem item) {
        return fault.struck().contains(new Guid(Objects.requireNonNull(item.guid())));
    }

    private List<JobItem> items(RestoreJob job) {
        return gateway.jobs().items(job.id(), null, -1, 1_000);
    }

    private static Conclusion outcome(JobItem item) {
        return Objects.requireNonNull(item.outcome());
    }

    @Test
    void whatWasRestoredIsToldSoAndIsNotProven() {
        List<StoredAsset> assets = accident();
        fault.arm();
        RestoreJob job = restored(assets);
        assertThat(fault.struck()).hasSizeGreaterThan(1);
        assertThat(job.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(items(job))
                .allSatisfy(item -> assertThat(item.warnings().contains("CHANGED_MEANWHILE"))
                        .isEqualTo(isStruck(item)));

        assertThat(items(undone(job)))
                .filteredOn(this::isStruck)
                .allSatisfy(item -> assertThat(outcome(item).code()).isEqualTo("CHANGED_SINCE_SELECTED"));
    }

    @Test
    void whatWasArchivedAgainIsToldSo() {
        RestoreJob job = restored(accident());
        fault.arm();
        RestoreJob undone = undone(job);
        assertThat(fault.struck()).hasSizeGreaterThan(1);
        assertThat(undone.progress().outcomes()).containsOnlyKeys(Outcome.ARCHIVED);
    }
}
