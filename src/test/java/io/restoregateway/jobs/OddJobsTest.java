package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Jobs upon jobs, and jobs whose items depend on one another, hold the same promise as a single restore. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
@Tag("nightly")
class OddJobsTest {

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
    void retryOfAnUndoLeavesAloneWhatNothingProves() {
        StoredAsset column = archived("Column").findFirst().orElseThrow();
        sandbox.queue(Fault.dropsAfterCommit(CallKind.WRITE));
        UUID job = order(options(false, false), column);
        assertThat(ended(job).progress().count(Outcome.RESTORED)).isOne();
        UUID undo = confirmed(gateway.jobs().undo(job, orderOf(options(true, false)), "undo"));
        assertThat(ended(undo).progress().count(Outcome.REFUSED)).isOne();

        Creation retry = gateway.jobs().retryFailed(undo, orderOf(options(false, false)), "retry");

        if (retry instanceof Creation.Created created) {
            ended(created.job().id());
        }
        assertThat(sandbox.asset(column.guid()).orElseThrow().isArchived()).isFalse();
        assertThat(retry).isInstanceOf(Creation.WrongState.class);
    }

    @Test
    void validationTellsWhatARunWouldTake() {
        UUID job = order(options(false, true), archived("Column").findFirst().orElseThrow());

        RestoreJob validated = ended(job);

        assertThat(validated.preview().calls()).isPositive();
        assertThat(validated.preview().minutes()).isPositive();
    }

    @Test
    void glossaryDoesNotBringBackATermThatIsRefusedThoughItIsNamedTwice() {
        StoredAsset term = archived("AtlasGlossaryTerm").findFirst().orElseThrow();
        sandbox.as("somebody").createNamesake(term.guid());

        UUID job = order(options(true, false), withGlossary(term, true));
        Await.in(gateway.jobs(), job, JobState.AWAITING_CONFIRMATION);
        gateway.jobs().confirm(job, "boss");
        ended(job);

        assertThat(sandbox.asset(term.guid()).orElseThrow().isArchived()).isTrue();
    }

    @Test
    void glossaryDoesNotBringBackATermThatIsRefusedThoughNobodyAskedForAPreview() {
        StoredAsset term = archived("AtlasGlossaryTerm").findFirst().orElseThrow();
        sandbox.as("somebody").createNamesake(term.guid());

        ended(order(options(false, false), withGlossary(term, false)));

        assertThat(sandbox.asset(term.guid()).orElseThrow().isArchived()).isTrue();
    }

    @Test
    void glossaryComesBackWithAllItsTermsWithoutAPreview() {
        StoredAsset term = archived("AtlasGlossaryTerm").findFirst().orElseThrow();
        StoredAsset[] all = withGlossary(term, false);

        RestoreJob done = ended(order(options(false, false), all));

        assertThat(gateway.jobs().items(done.id(), null, -1, 100))
                .allSatisfy(item -> assertThat(item.outcome().outcome()).isEqualTo(Outcome.RESTORED));
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(all.length);
    }

    private StoredAsset[] withGlossary(StoredAsset term, boolean twice) {
        String name = term.qualifiedName().substring(term.qualifiedName().lastIndexOf('@') + 1);
        Stream<StoredAsset> all = sandbox.stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.qualifiedName().equals(name)
                        || asset.qualifiedName().endsWith("@" + name));
        return Stream.concat(all, twice ? Stream.of(term) : Stream.empty()).toArray(StoredAsset[]::new);
    }

    private Stream<StoredAsset> archived(String typeName) {
        return sandbox.stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.typeName().equals(typeName));
    }

    private UUID order(JobOptions options, StoredAsset... assets) {
        try (Upload upload = gateway.jobs().upload(orderOf(options), JobSource.ASSETS)) {
            for (StoredAsset asset : assets) {
                upload.add(new JobRow.Claimed(0, identity(asset)));
            }
            return ((Creation.Created) upload.finish("any")).job().id();
        }
    }

    private UUID confirmed(Creation creation) {
        UUID job = ((Creation.Created) creation).job().id();
        Await.in(gateway.jobs(), job, JobState.AWAITING_CONFIRMATION);
        gateway.jobs().confirm(job, "boss");
        return job;
    }

    private RestoreJob ended(UUID job) {
        return Await.in(gateway.jobs(), job, JobState.COMPLETED);
    }

    private static AssetIdentity identity(StoredAsset asset) {
        return new AssetIdentity(
                new TypeName(asset.typeName()), new QualifiedName(asset.qualifiedName()), new Guid(asset.guid()));
    }

    private static JobOrder orderOf(JobOptions options) {
        return new JobOrder("tester", "any-request", options, null);
    }

    private static JobOptions options(boolean confirmation, boolean validateOnly) {
        return new JobOptions("any", confirmation, validateOnly, false, false, null, null);
    }
}
