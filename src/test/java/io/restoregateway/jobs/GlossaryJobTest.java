package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.audit.AuditEvents;
import io.restoregateway.audit.AuditSelector;
import io.restoregateway.audit.AuditTrail;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.RecordedCall;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A glossary brings all that it contains: jobs say so beforehand, and an undo takes exactly that away again. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class GlossaryJobTest extends JobTestCase {

    private static final JobOptions WITH_TERMS = new JobOptions("any", false, false, true, false, null, null);

    private List<StoredAsset> contents;

    private StoredAsset glossary;

    @BeforeEach
    void findTheArchivedGlossary() {
        glossary = sandbox.stream()
                .filter(asset -> asset.typeName().equals("AtlasGlossary") && asset.isArchived())
                .findFirst()
                .orElseThrow();
        contents = sandbox.stream()
                .filter(asset -> asset.qualifiedName().endsWith("@" + glossary.qualifiedName()))
                .sorted(Comparator.comparing(StoredAsset::typeName))
                .toList();
        assertThat(contents).hasSize(6).allMatch(StoredAsset::isArchived);
    }

    private List<StoredAsset> everything() {
        return Stream.concat(contents.stream(), Stream.of(glossary)).toList();
    }

    private List<StoredAsset> ofType(String type) {
        return contents.stream()
                .filter(asset -> asset.typeName().equals("AtlasGlossary" + type))
                .toList();
    }

    private RestoreJob undone(RestoreJob job) {
        return confirmed(created(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")));
    }

    @Test
    void bringsOthersIsNoneWhereTheOthersAreItemsToo() {
        RestoreJob done = confirmed(order(CONFIRMED, everything()));
        assertThat(items(done).values())
                .allSatisfy(item -> assertThat(outcome(item)).isEqualTo(Outcome.RESTORED));
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(7);
        assertThat(everything()).noneMatch(asset -> now(asset.guid()).isArchived());

        sandbox.forgetCalls();
        RestoreJob undone = undone(done);
        assertThat(undone.progress().outcomes()).containsOnlyKeys(Outcome.ARCHIVED);
        assertThat(everything()).allMatch(asset -> now(asset.guid()).isArchived());
        // Four terms and the glossary; a category would be destroyed by that.
        assertThat(archivedEntities()).isEqualTo(5);
    }

    private static Outcome outcome(JobItem item) {
        Conclusion outcome = Objects.requireNonNull(item.outcome());
        assertThat(outcome.outcome()).as("%s", item).isNotNull();
        return outcome.outcome();
    }

    private int archivedEntities() {
        return sandbox.calls().stream()
                .filter(call -> call.kind() == CallKind.ARCHIVE)
                .mapToInt(RecordedCall::entities)
                .sum();
    }

    @Test
    void aGlossaryWhoseContentsAreNoItemsIsRefused() {
        RestoreJob done = await(order(AT_ONCE, List.of(glossary)), JobState.COMPLETED);
        assertThat(outcome(done, glossary).code()).isEqualTo("BRINGS_OTHERS");
        assertThat(everything()).allMatch(asset -> now(asset.guid()).isArchived());
    }

    @Test
    void aTermThatChangedSinceThePreviewKeepsTheGlossaryFromBringingItBack() {
        RestoreJob job = order(CONFIRMED, everything());
        await(job, JobState.AWAITING_CONFIRMATION);
        StoredAsset changed = ofType("Term").getFirst();
        sandbox.as("somebody").restore(changed.guid()).archive(changed.guid());
        RestoreJob done = confirmed(job);
        assertThat(outcome(done, glossary).code()).isEqualTo("BRINGS_OTHERS");
        assertThat(outcome(done, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(List.of(glossary, changed))
                .allMatch(asset -> now(asset.guid()).isArchived());
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(5);

        RestoreJob again = confirmed(created(jobs().retryFailed(job.id(), orderOf(CONFIRMED), "again")));
        assertThat(again.progress().count(Outcome.RESTORED)).isEqualTo(2);
    }

    @Test
    void aTermThatChangedSinceThePreviewComesBackWhereAllTermsWereAskedFor() {
        RestoreJob job = order(new JobOptions("any", true, false, true, false, null, null), everything());
        await(job, JobState.AWAITING_CONFIRMATION);
        StoredAsset changed = ofType("Term").getFirst();
        sandbox.as("somebody").restore(changed.guid()).archive(changed.guid());
        RestoreJob done = confirmed(job);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(7);
        assertThat(outcome(done, changed).message()).contains(glossary.guid());
    }

    @Test
    void whatCameBackWithItsGlossaryIsToldSoThoughTheJobEndedBeforeIt() {
        StoredAsset connection = sandbox.stream()
                .filter(asset -> asset.typeName().equals("Connection"))
                .findFirst()
                .orElseThrow();
        // Connections come after glossaries and before what these contain.
        List<AssetIdentity> claims = Stream.concat(
                        everything().stream().map(JobTestCase::identity), Stream.of(claim(connection, "default/any/9")))
                .toList();
        RestoreJob job = await(
                orderClaims(new JobOptions("any", false, false, false, false, 0L, null), claims), JobState.STOPPED);
        assertThat(job.progress().count(Outcome.RESTORED)).isEqualTo(7);
        assertThat(contents).allSatisfy(asset -> {
            assertThat(now(asset.guid()).isArchived()).isFalse();
            assertThat(outcome(job, asset).outcome()).isEqualTo(Outcome.RESTORED);
        });
    }

    @Test
    void whatAGlossaryMayBringBackLateIsUnconfirmedWhereTheJobEndedBefore() {
        RestoreJob job = order(CONFIRMED, everything());
        await(job, JobState.AWAITING_CONFIRMATION);
        sandbox.queue(Fault.timesOutThenCommits(CallKind.WRITE, Duration.ofSeconds(6)));
        sandbox.beforeNextWrite(tenant -> edge().answers(503));
        jobs().confirm(job.id(), "boss");
        Await.until(jobs(), job.id(), now -> now.progress().waitingFor() != null);
        jobs().cancel(job.id(), "boss");
        Await.until(jobs(), job.id(), now -> now.finishedAt() != null);
        assertThat(items(job).values())
                .hasSize(7)
                .allSatisfy(item -> assertThat(outcome(item)).isEqualTo(Outcome.UNCONFIRMED));
        Await.until(
                "the glossary comes back with its contents",
                () -> everything().stream().noneMatch(asset -> now(asset.guid()).isArchived()));
    }

    @Test
    void whatCameBackWithAGlossaryIsArchivedWithItAgain() {
        RestoreJob done = await(order(WITH_TERMS, List.of(glossary)), JobState.COMPLETED);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(1);
        assertThat(everything()).noneMatch(asset -> now(asset.guid()).isArchived());
        RestoreJob undone = undone(done);
        assertThat(items(undone).values())
                .allSatisfy(item -> assertThat(outcome(item)).isEqualTo(Outcome.ARCHIVED));
        assertThat(everything()).allMatch(asset -> now(asset.guid()).isArchived());
        assertThat(recorded(done)).hasSize(7).containsOnly(Outcome.RESTORED);
        assertThat(recorded(undone)).hasSize(7).containsOnly(Outcome.ARCHIVED);
    }

    private List<Outcome> recorded(RestoreJob job) {
        AuditSelector ofJob = new AuditSelector(null, null, job.id(), null, null);
        return bean(AuditEvents.class).find(ofJob, null, 100).stream()
                .map(event -> Objects.requireNonNull(event.conclusion()).outcome())
                .toList();
    }

    @Test
    void whatAGlossaryBroughtBackWhileItsJobWasCancelledIsToldSo() {
        RestoreJob job = order(CONFIRMED, everything());
        await(job, JobState.AWAITING_CONFIRMATION);
        List<Boolean> swept = new CopyOnWriteArrayList<>();
        sandbox.beforeNextWrite(tenant -> {
            jobs().cancel(job.id(), "boss");
            swept.add(sweep().step(bean(Tables.class).jobs().work(job.id()).orElseThrow()));
        });
        jobs().confirm(job.id(), "boss");
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(swept).containsExactly(false);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(everything()).noneMatch(asset -> now(asset.guid()).isArchived());
    }

    private Sweep sweep() {
        Tables tables = bean(Tables.class);
        return new Sweep(
                tables,
                new UntriedItems(tables.jdbc(), bean(AuditTrail.class)),
                new UnheardGlossaries(tables.jdbc()),
                Clock.systemUTC());
    }

    @Test
    void aCheckThatComesLateTakesNoTermOutOfTheRun() {
        Tables tables = bean(Tables.class);
        Preparation late = new Preparation(
                tables,
                new Previews(tables.jdbc(), 100),
                new UntriedItems(tables.jdbc(), bean(AuditTrail.class)),
                Clock.systemUTC());
        sandbox.beforeNextWrite(tenant -> late.check(
                tables.jobs().work(jobs().list(null, 1).getFirst().id()).orElseThrow()));
        RestoreJob done = await(order(AT_ONCE, everything()), JobState.COMPLETED);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(7);
    }

    @Test
    void anUndoLeavesWhatWasChangedSinceAndTheGlossaryAroundIt() {
        RestoreJob done = confirmed(order(CONFIRMED, everything()));
        StoredAsset changed = ofType("Term").getFirst();
        sandbox.as("somebody").edit(changed.guid(), "description", "better words");
        RestoreJob undone = undone(done);
        assertThat(outcome(undone, changed).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(outcome(undone, changed).code()).isEqualTo("CHANGED_SINCE_SELECTED");
        assertThat(outcome(undone, glossary).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(ofType("Category"))
                .allSatisfy(category ->
                        assertThat(outcome(undone, category).outcome()).isEqualTo(Outcome.REFUSED));
        assertThat(undone.progress().count(Outcome.ARCHIVED)).isEqualTo(3);
        assertThat(everything())
                .filteredOn(asset -> now(asset.guid()).isArchived())
                .hasSize(3);
        assertThat(everything()).allMatch(asset -> sandbox.asset(asset.guid()).isPresent());
    }

    @Test
    void anUndoLeavesWhatIsNotProvenToHaveBeenRestoredByTheJob() {
        List<StoredAsset> assets = accident(40);
        StoredAsset first = assets.stream()
                .filter(asset -> asset.typeName().equals("Database"))
                .findFirst()
                .orElseThrow();
        sandbox.queue(Fault.timesOutAfterCommit(CallKind.WRITE));
        RestoreJob done = await(order(AT_ONCE, assets), JobState.COMPLETED);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED);
        StoredAsset edited = assets.getLast();
        sandbox.as("somebody").edit(edited.guid(), "description", "better words");
        RestoreJob undone = undone(done);
        for (StoredAsset left : List.of(first, edited)) {
            Conclusion outcome = outcome(undone, left);
            assertThat(outcome.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(outcome.code()).isEqualTo("CHANGED_SINCE_SELECTED");
            assertThat(now(left.guid()).isArchived()).isFalse();
        }
        assertThat(undone.progress().count(Outcome.REFUSED) + undone.progress().count(Outcome.ARCHIVED))
                .isEqualTo(assets.size());
        assertThat(jobs().undo(undone.id(), orderOf(CONFIRMED), "again")).isInstanceOf(Creation.WrongState.class);
    }
}
