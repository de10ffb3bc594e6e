package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.Fault;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people may tell a job in which of its states, and what it does then. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class TransitionsTest extends JobTestCase {

    /** What a job can be told, and the states in which it listens. */
    private static final List<Word> WORDS = List.of(
            new Word("confirm", RestoreJobs::confirm, Set.of(JobState.AWAITING_CONFIRMATION), JobState.RUNNING),
            new Word("pause", RestoreJobs::pause, Set.of(JobState.RUNNING), JobState.PAUSED),
            new Word("resume", RestoreJobs::resume, Set.of(JobState.PAUSED), JobState.RUNNING),
            new Word(
                    "cancel",
                    RestoreJobs::cancel,
                    Set.of(JobState.PREPARING, JobState.AWAITING_CONFIRMATION, JobState.RUNNING, JobState.PAUSED),
                    JobState.CANCELLED));

    private record Word(String name, Telling telling, Set<JobState> heard, JobState next) {}

    @FunctionalInterface
    private interface Telling {
        Transition tell(RestoreJobs jobs, UUID job, String actor);
    }

    @Test
    void everyStateHearsWhatItMayAndNothingElse() {
        List<StoredAsset> assets = accident(5);
        for (JobState state : JobState.values()) {
            with(
                    state,
                    assets,
                    job -> ignored(state).forEach(word -> {
                        assertThat(word.telling().tell(jobs(), job.id(), "boss"))
                                .as("%s in %s", word.name(), state)
                                .isInstanceOf(Transition.WrongState.class);
                        assertThat(now(job).state())
                                .as("%s in %s", word.name(), state)
                                .isEqualTo(state);
                    }));
            for (Word word : heard(state)) {
                with(state, assets, job -> {
                    assertThat(word.telling().tell(jobs(), job.id(), "boss"))
                            .as("%s in %s", word.name(), state)
                            .isInstanceOf(Transition.Done.class);
                    assertThat(now(job).state())
                            .as("%s in %s", word.name(), state)
                            .isEqualTo(word.next());
                });
            }
        }
        for (Word word : WORDS) {
            assertThat(word.telling().tell(jobs(), UUID.randomUUID(), "boss")).isInstanceOf(Transition.Unknown.class);
        }
        assertThat(assets).allMatch(asset -> now(asset.guid()).isArchived());
    }

    private static List<Word> heard(JobState state) {
        return WORDS.stream().filter(word -> word.heard().contains(state)).toList();
    }

    private static List<Word> ignored(JobState state) {
        return WORDS.stream().filter(word -> !word.heard().contains(state)).toList();
    }

    /** Nothing reaches Atlan meanwhile, so that a job that is to run stays where it is. */
    private void with(JobState state, List<StoredAsset> assets, Consumer<RestoreJob> check) {
        RestoreJob job = in(state, assets);
        assertThat(job.state()).isEqualTo(state);
        edge().answers(503);
        check.accept(job);
        jobs().cancel(job.id(), "tester");
        edge().heals();
    }

    private RestoreJob now(RestoreJob job) {
        return jobs().find(job.id()).orElseThrow();
    }

    private RestoreJob in(JobState state, List<StoredAsset> assets) {
        return switch (state) {
            case PREPARING -> {
                edge().answers(503);
                yield order(CONFIRMED, assets);
            }
            case AWAITING_CONFIRMATION -> await(order(CONFIRMED, assets), state);
            case RUNNING -> running(assets);
            case PAUSED -> told(running(assets), RestoreJobs::pause);
            case COMPLETED -> await(order(new JobOptions("any", false, true, false, false, null, null), assets), state);
            case STOPPED ->
                await(
                        orderClaims(
                                new JobOptions("any", false, false, false, false, 0L, null),
                                List.of(claim(assets.getFirst(), "default/no/such/name"))),
                        state);
            case CANCELLED ->
                told(await(order(CONFIRMED, assets), JobState.AWAITING_CONFIRMATION), RestoreJobs::cancel);
            case FAILED ->
                await(order(CONFIRMED, new ArchiveSelector(null, null, null, "no such name", null, null, null)), state);
        };
    }

    private RestoreJob running(List<StoredAsset> assets) {
        edge().answers(503);
        return await(order(AT_ONCE, assets), JobState.RUNNING);
    }

    private RestoreJob told(RestoreJob job, Telling telling) {
        assertThat(telling.tell(jobs(), job.id(), "boss")).isInstanceOf(Transition.Done.class);
        return now(job);
    }

    @Test
    void sendsNothingWhileItIsPausedAndGoesOnWhereItWas() {
        List<StoredAsset> assets = accident(1_000);
        sandbox.change(settings -> settings.withLatencyPerCall(Duration.ofMillis(100)));
        RestoreJob job = order(AT_ONCE, assets);
        Await.until(jobs(), job.id(), now -> now.progress().done() > 100);
        assertThat(jobs().pause(job.id(), "boss")).isInstanceOf(Transition.Done.class);
        int calls = Await.still(edge()::calls, Duration.ofMillis(1_500));
        long active = active(assets);
        RestoreJob paused = now(job);
        assertThat(paused.state()).isEqualTo(JobState.PAUSED);
        assertThat(paused.progress().count(Outcome.RESTORED)).isEqualTo(active).isLessThan(assets.size());
        assertThat(paused.progress().calls()).isEqualTo(calls(calls));
        sandbox.change(settings -> settings.withLatencyPerCall(Duration.ZERO));
        assertThat(jobs().resume(job.id(), "boss")).isInstanceOf(Transition.Done.class);
        RestoreJob done = await(job, JobState.COMPLETED);
        assertThat(done.progress().count(Outcome.RESTORED)).isEqualTo(assets.size());
        assertThat(sandbox.needlessWrites().entries()).isZero();
    }

    /** The edge counts for all tests, the tenant since the last reset. */
    private int calls(int atTheEdge) {
        assertThat(atTheEdge).isGreaterThanOrEqualTo(sandbox.counts().total());
        return sandbox.counts().total();
    }

    @Test
    void cancelledInTheMiddleEveryItemHasTheOutcomeThatIsTrue() {
        List<StoredAsset> assets = accident(1_000);
        sandbox.change(settings -> settings.withLatencyPerCall(Duration.ofMillis(100)));
        RestoreJob job = order(AT_ONCE, assets);
        Await.until(jobs(), job.id(), now -> now.progress().done() > 100);
        jobs().cancel(job.id(), "boss");
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.RESTORED, Outcome.CANCELLED);
        assertThat(done.progress().done()).isEqualTo(assets.size());
        assertThat(done.progress().waitingFor()).isNull();
        items(job)
                .forEach((guid, item) -> assertThat(now(guid).isArchived())
                        .isEqualTo(Objects.requireNonNull(item.outcome()).outcome() == Outcome.CANCELLED));
    }

    @Test
    void cancelledWhileItWaitsForAtlanItEndsSoon() {
        List<StoredAsset> assets = accident(20);
        edge().answers(503);
        RestoreJob job = order(AT_ONCE, assets);
        Await.until(jobs(), job.id(), now -> now.progress().waitingFor() != null);
        int calls = Await.still(edge()::calls, Duration.ofSeconds(1));
        // Two more attempts of three calls, and it has decided to wait for eight seconds: twice as long each time.
        Await.until("further attempts", () -> edge().calls() >= calls + 6);
        Await.still(edge()::calls, Duration.ofSeconds(1));
        long before = System.nanoTime();
        jobs().cancel(job.id(), "boss");
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.CANCELLED);
        assertThat(done.progress().waitingFor()).isNull();
    }

    @Test
    void cancelledWhileABatchIsAboutToBePutOffItEndsSoon() {
        List<StoredAsset> assets = accident(20);
        sandbox.change(settings -> settings.withLatencyPerCall(Duration.ofSeconds(1)));
        sandbox.queue(Fault.tooManyRequests(CallKind.BULK_READ, "30"));
        RestoreJob job = order(AT_ONCE, assets);
        Await.until("a call under way", () -> sandbox.counts().of(CallKind.BULK_READ) > 0);
        long before = System.nanoTime();
        jobs().cancel(job.id(), "boss");
        RestoreJob done = await(job, JobState.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        assertThat(done.progress().outcomes()).containsOnlyKeys(Outcome.CANCELLED);
        assertThat(done.progress().waitingFor()).isNull();
    }

    private long active(List<StoredAsset> assets) {
        return assets.stream().filter(asset -> !now(asset.guid()).isArchived()).count();
    }
}
