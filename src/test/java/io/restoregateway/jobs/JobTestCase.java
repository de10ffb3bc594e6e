package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.sandbox.GeneratedConnection;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;

/** Jobs of one gateway that all these tests share, at each database; between it and the tenant is an edge. */
abstract class JobTestCase {

    static final JobOptions AT_ONCE = new JobOptions("any", false, false, false, false, null, null);

    static final JobOptions CONFIRMED = new JobOptions("any", true, false, false, false, null, null);

    private static final Map<TestDatabases, Running> GATEWAYS = new EnumMap<>(TestDatabases.class);

    @Parameter
    TestDatabases databases;

    private final TestTenant tenant = TestTenant.fresh();

    final SandboxTenant sandbox = tenant.sandbox();

    /** A gateway, and its way to the tenant. */
    private record Running(TestGateway gateway, TestEdge edge) {

        static Running at(TestDatabases databases, TestTenant tenant) {
            TestEdge edge = TestEdge.before(tenant);
            // A job that cannot call within that time puts itself off; by itself a gateway is patient for half a
            // minute.
            return new Running(TestGateway.start(databases.fresh(), edge, "gateway.atlan.background-wait=2s"), edge);
        }
    }

    private Running running() {
        return GATEWAYS.computeIfAbsent(databases, fresh -> Running.at(fresh, tenant));
    }

    JobCalls calls() {
        return new JobCalls(running().gateway().url());
    }

    RestoreJobs jobs() {
        return running().gateway().jobs();
    }

    <T> T bean(Class<T> type) {
        return running().gateway().bean(type);
    }

    TestEdge edge() {
        return running().edge();
    }

    @AfterEach
    void leaveNothingRunning() {
        edge().heals();
        for (RestoreJob job : jobs().list(null, 100)) {
            jobs().cancel(job.id(), "tester");
        }
        Await.until(
                "all jobs at their end",
                () -> jobs().list(null, 100).stream().allMatch(job -> job.finishedAt() != null));
    }

    /** Assets that an accident took, all of one connection. */
    List<StoredAsset> accident(int assets) {
        GeneratedConnection connection = sandbox.generate(assets);
        sandbox.as("crawler").archiveBeneath(connection.qualifiedName());
        return sandbox.beneath(connection.qualifiedName()).toList();
    }

    RestoreJob order(JobOptions options, Collection<StoredAsset> assets) {
        return orderClaims(options, assets.stream().map(JobTestCase::identity).toList());
    }

    RestoreJob orderClaims(JobOptions options, List<AssetIdentity> claims) {
        try (Upload upload = jobs().upload(orderOf(options), JobSource.ASSETS)) {
            for (int i = 0; i < claims.size(); i++) {
                upload.add(new JobRow.Claimed(i, claims.get(i)));
            }
            return created(upload.finish("any"));
        }
    }

    RestoreJob order(JobOptions options, ArchiveSelector selector) {
        return created(jobs().create(orderOf(options), new Selection(selector, false), "any"));
    }

    static JobOrder orderOf(JobOptions options) {
        return new JobOrder("tester", "any-request", options, null);
    }

    static RestoreJob created(Creation creation) {
        assertThat(creation).isInstanceOf(Creation.Created.class);
        return ((Creation.Created) creation).job();
    }

    RestoreJob await(RestoreJob job, JobState state) {
        return Await.in(jobs(), job.id(), state);
    }

    /** Lets a job run that awaits confirmation, to its end. */
    RestoreJob confirmed(RestoreJob job) {
        await(job, JobState.AWAITING_CONFIRMATION);
        assertThat(jobs().confirm(job.id(), "boss")).isInstanceOf(Transition.Done.class);
        return await(job, JobState.COMPLETED);
    }

    Map<String, JobItem> items(RestoreJob job) {
        Map<String, JobItem> items = new LinkedHashMap<>();
        jobs().eachItem(job.id(), item -> items.put(Objects.requireNonNull(item.guid()), item));
        return items;
    }

    Conclusion outcome(RestoreJob job, StoredAsset asset) {
        return outcome(job, asset.guid());
    }

    Conclusion outcome(RestoreJob job, String guid) {
        return Objects.requireNonNull(
                Objects.requireNonNull(items(job).get(guid)).outcome());
    }

    List<StoredAsset> withOutcome(UUID job, Outcome outcome) {
        return jobs().items(job, outcome, -1, 1_000).stream()
                .map(item -> now(Objects.requireNonNull(item.guid())))
                .toList();
    }

    StoredAsset now(String guid) {
        return sandbox.asset(guid).orElseThrow();
    }

    static AssetIdentity identity(StoredAsset asset) {
        return claim(asset, asset.qualifiedName());
    }

    static AssetIdentity claim(StoredAsset asset, String qualifiedName) {
        return new AssetIdentity(
                new TypeName(asset.typeName()), new QualifiedName(qualifiedName), new Guid(asset.guid()));
    }
}
