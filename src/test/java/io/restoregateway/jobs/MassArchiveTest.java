package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.sandbox.GeneratedConnection;
import io.restoregateway.sandbox.SandboxTenant;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One accident is undone: exactly what it took comes back, and an undo takes exactly that away again. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class MassArchiveTest {

    @Parameter
    TestDatabases databases;

    private final TestTenant tenant = TestTenant.fresh();

    private final SandboxTenant sandbox = tenant.sandbox();

    private TestDatabase database;

    private TestGateway gateway;

    @BeforeEach
    void start() {
        database = databases.fresh();
        gateway = TestGateway.start(database, tenant);
    }

    @AfterEach
    void stop() {
        gateway.close();
        database.close();
    }

    @Test
    void bringsBackExactlyWhatOneAccidentTook() {
        bringsBackExactly(5_000);
    }

    @Test
    @Tag("nightly")
    void bringsBackExactlyWhatALargeAccidentTook() {
        bringsBackExactly(20_000);
    }

    private void bringsBackExactly(int assets) {
        GeneratedConnection connection = sandbox.generateNeighbours(assets, 300);
        String schema = connection.qualifiedName() + "/DB/SCHEMA";
        sandbox.as("somebody").archiveBeneath(schema + "2");
        Set<String> before = archived();
        Instant since = Instant.now();
        int taken = sandbox.as("crawler").archiveBeneath(schema);
        sandbox.as("crawler").archiveAtAndBeneath(schema + "2");
        Set<String> accident = archived();
        accident.removeAll(before);
        sandbox.forgetCalls();

        RestoreJob job = order(new ArchiveSelector(
                null, new QualifiedName(schema), null, null, "crawler", since.minusSeconds(1), null));
        RestoreJob prepared = Await.in(gateway.jobs(), job.id(), JobState.AWAITING_CONFIRMATION);
        assertThat(prepared.progress().total()).isEqualTo(taken);
        assertThat(prepared.preview().byVerdict()).singleElement().satisfies(verdict -> {
            assertThat(verdict.verdict()).isEqualTo(Outcome.WOULD_RESTORE);
            assertThat(verdict.items()).isEqualTo(taken);
            assertThat(verdict.sample()).hasSize(20);
        });
        assertThat(prepared.preview().byConnection()).containsOnlyKeys(connection.qualifiedName());
        assertThat(sandbox.countBeneath(schema).active()).isZero();
        int previewCalls = sandbox.counts().total();
        assertThat(prepared.progress().previewCalls()).isEqualTo(previewCalls);
        assertThat(previewCalls).isLessThanOrEqualTo((int) (taken * 0.035));

        gateway.jobs().confirm(job.id(), "boss");
        RestoreJob done = Await.in(gateway.jobs(), job.id(), JobState.COMPLETED);

        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(taken);
        assertThat(done.confirmedBy()).isEqualTo("boss");
        assertThat(sandbox.countBeneath(schema).archived()).isZero();
        Set<String> still = archived();
        assertThat(still).containsAll(before).hasSize(before.size() + 1);
        assertThat(sandbox.needlessWrites().entries()).isZero();
        int calls = sandbox.counts().total() - previewCalls;
        assertThat(done.progress().calls()).isEqualTo(calls);
        assertThat(calls).isLessThanOrEqualTo((int) (taken * 0.055));

        Creation undo = gateway.jobs().undo(job.id(), orderOf(true), "undo");
        UUID undoing = ((Creation.Created) undo).job().id();
        Await.in(gateway.jobs(), undoing, JobState.AWAITING_CONFIRMATION);
        gateway.jobs().confirm(undoing, "boss");
        RestoreJob undone = Await.in(gateway.jobs(), undoing, JobState.COMPLETED);
        assertThat(undone.progress().outcomes()).containsOnlyKeys(Outcome.ARCHIVED);
        assertThat(archived()).isEqualTo(union(before, accident));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        one.addAll(other);
        return one;
    }

    private RestoreJob order(ArchiveSelector selector) {
        Creation creation = gateway.jobs().create(orderOf(true), new Selection(selector, false), "any");
        return ((Creation.Created) creation).job();
    }

    private static JobOrder orderOf(boolean confirmation) {
        return new JobOrder(
                "tester", "any-request", new JobOptions("any", confirmation, false, false, false, null, null), null);
    }

    private Set<String> archived() {
        return sandbox.stream()
                .filter(asset -> asset.isArchived())
                .map(asset -> asset.guid())
                .collect(Collectors.toSet());
    }
}
