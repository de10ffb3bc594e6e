package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.StoredAsset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Jobs upon jobs, and jobs whose items depend on one another, hold the same promise as a single restore. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class OddJobsTest extends JobTestCase {

    private static final JobOptions VALIDATED = new JobOptions("any", false, true, false, false, null, null);

    @Test
    void retryOfAnUndoLeavesAloneWhatNothingProves() {
        StoredAsset column = archived("Column").findFirst().orElseThrow();
        sandbox.queue(Fault.dropsAfterCommit(CallKind.WRITE));
        RestoreJob job = ended(order(AT_ONCE, List.of(column)));
        assertThat(job.progress().count(Outcome.RESTORED)).isOne();
        RestoreJob undo = confirmed(created(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")));
        assertThat(undo.progress().count(Outcome.REFUSED)).isOne();

        Creation retry = jobs().retryFailed(undo.id(), orderOf(AT_ONCE), "retry");

        if (retry instanceof Creation.Created created) {
            ended(created.job());
        }
        assertThat(now(column.guid()).isArchived()).isFalse();
        assertThat(retry).isInstanceOf(Creation.WrongState.class);
    }

    @Test
    void validationTellsWhatARunWouldTake() {
        StoredAsset column = archived("Column").findFirst().orElseThrow();

        RestoreJob validated = ended(order(VALIDATED, List.of(column)));

        assertThat(validated.preview().calls()).isPositive();
        assertThat(validated.preview().minutes()).isPositive();
    }

    @Test
    void glossaryDoesNotBringBackATermThatIsRefusedThoughItIsNamedTwice() {
        StoredAsset term = archived("AtlasGlossaryTerm").findFirst().orElseThrow();
        sandbox.as("somebody").createNamesake(term.guid());

        confirmed(order(CONFIRMED, withGlossary(term, true)));

        assertThat(now(term.guid()).isArchived()).isTrue();
    }

    @Test
    void glossaryDoesNotBringBackATermThatIsRefusedThoughNobodyAskedForAPreview() {
        StoredAsset term = archived("AtlasGlossaryTerm").findFirst().orElseThrow();
        sandbox.as("somebody").createNamesake(term.guid());

        ended(order(AT_ONCE, withGlossary(term, false)));

        assertThat(now(term.guid()).isArchived()).isTrue();
    }

    @Test
    void glossaryComesBackWithAllItsTermsWithoutAPreview() {
        StoredAsset term = archived("AtlasGlossaryTerm").findFirst().orElseThrow();
        List<StoredAsset> all = withGlossary(term, false);

        RestoreJob done = ended(order(AT_ONCE, all));

        assertThat(jobs().items(done.id(), null, -1, 100))
                .allSatisfy(item -> assertThat(item.outcome().outcome()).isEqualTo(Outcome.RESTORED));
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(all.size());
    }

    @Test
    void aJobThatCouldNotBePreparedHasNothingToTryAgain() {
        ArchiveSelector nobodys = new ArchiveSelector(null, null, null, null, "nobody", null, null);

        RestoreJob job = Await.until(jobs(), order(AT_ONCE, nobodys).id(), now -> now.finishedAt() != null);

        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(job.reason()).code()).isEqualTo("NOTHING_FOUND");
        assertThat(jobs().retryFailed(job.id(), orderOf(AT_ONCE), "retry")).isInstanceOf(Creation.WrongState.class);
        assertThat(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")).isInstanceOf(Creation.WrongState.class);
    }

    @Test
    void anotherAttemptAtAnUndoSaysWhatItTriesAgainAndWhatItTakesBack() {
        List<StoredAsset> assets = accident(5);
        RestoreJob job = ended(order(AT_ONCE, assets));
        sandbox.as("somebody").edit(assets.getLast().guid(), "description", "better words");
        RestoreJob undo = confirmed(created(jobs().undo(job.id(), orderOf(CONFIRMED), "undo")));

        RestoreJob again = created(jobs().retryFailed(undo.id(), orderOf(CONFIRMED), "again"));

        assertThat(undo.parent()).isEqualTo(job.id());
        assertThat(undo.retried()).isNull();
        assertThat(again.parent()).isEqualTo(job.id());
        assertThat(again.retried()).isEqualTo(undo.id());
    }

    @Test
    void entriesThatContradictEachOtherAreToldByTheirPlace() {
        String entry =
                "{\"typeName\": \"%s\", \"qualifiedName\": \"any\", \"guid\": \"e185209b-4b08-4e2f-acc7-35c47229f67f\"}";

        JsonNode problem = calls().orderInVain(
                        "{\"assets\": [" + entry.formatted("Table") + ", " + entry.formatted("View") + "]}");

        assertThat(problem.path("detail").asString()).startsWith("One place is malformed");
        assertThat(problem.path("errors")).singleElement().satisfies(error -> {
            assertThat(error.path("pointer").asString()).isEqualTo("/assets/1/guid");
            assertThat(error.has("line")).isFalse();
        });
    }

    private List<StoredAsset> withGlossary(StoredAsset term, boolean twice) {
        String name = term.qualifiedName().substring(term.qualifiedName().lastIndexOf('@') + 1);
        Stream<StoredAsset> all = sandbox.stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.qualifiedName().equals(name)
                        || asset.qualifiedName().endsWith("@" + name));
        return Stream.concat(all, twice ? Stream.of(term) : Stream.empty()).toList();
    }

    private Stream<StoredAsset> archived(String typeName) {
        return sandbox.stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.typeName().equals(typeName));
    }

    private RestoreJob ended(RestoreJob job) {
        return await(job, JobState.COMPLETED);
    }
}
