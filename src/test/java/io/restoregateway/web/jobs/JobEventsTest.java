package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restoregateway.jobs.JobState;
import io.restoregateway.jobs.RestoreJob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class JobEventsTest extends JobCallsTestCase {

    private final List<Watcher> watchers = new ArrayList<>();

    @Autowired
    private Watches watches;

    /** A caller who reads events as they come. */
    private static final class Watcher {

        private final HttpResponse<InputStream> response;

        private final List<String> lines = new CopyOnWriteArrayList<>();

        private final Thread reading;

        private Watcher(HttpResponse<InputStream> response) {
            this.response = response;
            this.reading = Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException closed) {
                lines.add("closed");
            }
        }

        List<String> events() {
            return lines.stream()
                    .filter(line -> line.startsWith("event: "))
                    .map(line -> line.substring(7))
                    .toList();
        }

        boolean hasEnded() {
            return !reading.isAlive();
        }
    }

    private Watcher watch(UUID job, String... headers) {
        Watcher watcher = ask(job, headers);
        assertThat(watcher.response.statusCode()).isEqualTo(200);
        return watcher;
    }

    private Watcher ask(UUID job, String... headers) {
        HttpRequest.Builder request = to(PATH + "/" + job + "/events").header("Accept", "text/event-stream");
        try {
            HttpResponse<InputStream> response = http.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofInputStream());
            Watcher watcher = new Watcher(response);
            watchers.add(watcher);
            return watcher;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** And the gateway knows it, as the next test needs their places. */
    @AfterEach
    void everybodyGoesAway() throws IOException {
        for (Watcher watcher : watchers) {
            watcher.response.body().close();
        }
        jobs.clear();
        await().until(() -> watches.count() == 0);
    }

    @Test
    void progressIsToldAtOnceAtEveryChangeAndAtTheEnd() {
        RestoreJob job = jobs.add(JobState.RUNNING);
        Watcher watcher = watch(job.id());
        await().until(() -> watcher.events().equals(List.of("progress")));

        jobs.move(job.id(), JobState.PAUSED);
        await().until(() -> watcher.events().equals(List.of("progress", "progress")));
        jobs.move(job.id(), JobState.COMPLETED);
        await().until(watcher::hasEnded);

        assertThat(watcher.events()).containsExactly("progress", "progress", "progress", "end");
        assertThat(watcher.lines).contains("id: " + job.revision(), "id: " + (job.revision() + 2));
        assertThat(watcher.lines).anyMatch(line -> line.startsWith("data: {") && line.contains("\"PAUSED\""));
        assertThat(watcher.response.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        assertThat(watcher.response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(watcher.response.headers().firstValue("X-Accel-Buffering")).contains("no");
    }

    @Test
    void whoKnowsThePresentStateIsToldOnlyWhatComesAfterIt() {
        RestoreJob job = jobs.add(JobState.RUNNING);
        Watcher knows = watch(job.id(), "Last-Event-ID", String.valueOf(job.revision()));
        Watcher knowsLess = watch(job.id(), "Last-Event-ID", String.valueOf(job.revision() - 1));
        Watcher confused = watch(job.id(), "Last-Event-ID", "nonsense");

        await().until(() -> knowsLess.events().size() == 1 && confused.events().size() == 1);
        await().until(() -> knows.lines.contains(": still here"));
        assertThat(knows.events()).isEmpty();
        jobs.move(job.id(), JobState.CANCELLED);
        await().until(knows::hasEnded);
        assertThat(knows.events()).containsExactly("progress", "end");
    }

    @Test
    void aFinishedJobEndsTheStream() {
        RestoreJob job = jobs.add(JobState.COMPLETED);
        Watcher watcher = watch(job.id());
        Watcher knows = watch(job.id(), "Last-Event-ID", String.valueOf(job.revision()));

        await().until(() -> watcher.hasEnded() && knows.hasEnded());
        assertThat(watcher.events()).containsExactly("progress", "end");
        assertThat(knows.events()).containsExactly("end");
    }

    @Test
    void aCancelledJobIsToldUntilItsLastItemHasItsOutcome() {
        RestoreJob job = jobs.add(JobState.RUNNING);
        Watcher watcher = watch(job.id());
        await().until(() -> watcher.events().equals(List.of("progress")));

        jobs.beginToCancel(job.id());
        await().until(() -> watcher.events().equals(List.of("progress", "progress")));
        jobs.move(job.id(), JobState.CANCELLED);

        await().until(watcher::hasEnded);
        assertThat(watcher.events()).containsExactly("progress", "progress", "progress", "end");
    }

    @Test
    void aRemovedJobEndsTheStream() {
        RestoreJob job = jobs.add(JobState.RUNNING);
        Watcher watcher = watch(job.id());

        jobs.remove(job.id());

        await().until(watcher::hasEnded);
        assertThat(watcher.events()).containsExactly("progress");
    }

    @Test
    void silenceIsBrokenByHeartbeats() {
        Watcher watcher = watch(jobs.add(JobState.RUNNING).id());

        await().until(() ->
                watcher.lines.stream().filter(": still here"::equals).count() >= 3);
        assertThat(watcher.events()).hasSize(1);
    }

    @Test
    void oneLookServesAllWatchersOfAJob() {
        RestoreJob job = jobs.add(JobState.RUNNING);
        List<Watcher> all = Stream.generate(() -> watch(job.id())).limit(4).toList();
        await().until(() -> all.stream().allMatch(watcher -> watcher.events().size() == 1));

        int before = jobs.looks.get();
        long began = System.nanoTime();
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        long looksOfOne = Duration.ofNanos(System.nanoTime() - began).toMillis() / 20;

        assertThat(jobs.looks.get() - before).isPositive().isLessThanOrEqualTo((int) (looksOfOne * 1.5));
    }

    @Test
    void placesAreLimitedAndFreedByWhoGoesAway() throws IOException {
        UUID job = jobs.add(JobState.RUNNING).id();
        List<Watcher> all = Stream.generate(() -> watch(job)).limit(4).toList();

        Answer refused = get(PATH + "/" + job + "/events").isProblem(503, "TOO_MANY_WATCHERS");
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        all.getFirst().response.body().close();

        await().until(() -> ask(job).response.statusCode() == 200);
    }

    @Test
    void nobodyLooksWhenNobodyWatches() throws IOException {
        UUID job = jobs.add(JobState.RUNNING).id();
        Watcher watcher = watch(job);
        await().until(() -> watcher.events().size() == 1);
        watcher.response.body().close();

        await().until(() -> {
            int before = jobs.looks.get();
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            return jobs.looks.get() == before;
        });
    }

    @Test
    void theKeyIsNeeded() {
        Answer answer = send(HttpRequest.newBuilder(
                java.net.URI.create("http://localhost:" + port + PATH + "/" + UUID.randomUUID() + "/events")));

        answer.isProblem(401, "UNAUTHENTICATED");
    }
}
