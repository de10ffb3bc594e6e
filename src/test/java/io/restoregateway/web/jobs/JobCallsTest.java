package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.jobs.JobProgress;
import io.restoregateway.jobs.JobState;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.restore.Conclusion.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobCallsTest extends JobCallsTestCase {

    @ParameterizedTest
    @CsvSource({
        "AWAITING_CONFIRMATION, confirm, RUNNING",
        "RUNNING, pause, PAUSED",
        "PAUSED, resume, RUNNING",
        "RUNNING, cancel, CANCELLED"
    })
    void aJobIsTold(JobState before, String verb, String after) {
        UUID job = jobs.add(before).id();

        assertThat(command(PATH + "/" + job + "/" + verb)
                        .is(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo(after);
        JsonNode problem = command(PATH + "/" + jobs.add(JobState.COMPLETED).id() + "/" + verb)
                .isProblem(409, "WRONG_STATE")
                .says("COMPLETED")
                .json();
        assertThat(problem.at("/job/state").asString()).isEqualTo("COMPLETED");
        command(PATH + "/" + UUID.randomUUID() + "/" + verb).isProblem(404, "JOB_NOT_FOUND");
        command(PATH + "/" + job + "/" + verb + "?force=true").isProblem(400, "INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/items", "/report", "/events"})
    void unknownJobsAndIdsThatAreNoneAreTold(String call) {
        String unknown = UUID.randomUUID().toString();
        get(PATH + "/" + unknown + call).isProblem(404, "JOB_NOT_FOUND").says(unknown);
        assertThat(get(PATH + "/1-1-1-1-1" + call)
                        .isProblem(400, "INVALID_REQUEST")
                        .places())
                .containsExactly("?id");
    }

    @Test
    void jobsAreListedPageByPageTheNewestFirst() {
        UUID oldest = jobs.add(JobState.COMPLETED).id();
        UUID middle = jobs.add(JobState.RUNNING).id();
        UUID newest = jobs.add(JobState.PREPARING).id();

        JsonNode first = get(PATH + "?limit=2").is(200).json();
        assertThat(ids(first)).containsExactly(newest.toString(), middle.toString());
        String cursor = first.path("nextCursor").asString();
        JsonNode last = get(PATH + "?limit=2&cursor=" + cursor).is(200).json();
        assertThat(ids(last)).containsExactly(oldest.toString());
        assertThat(last.has("nextCursor")).isFalse();
        assertThat(get(PATH + "?limit=3").json().has("nextCursor")).isFalse();
    }

    @Test
    void itemsAreListedPageByPageAndByOutcome() {
        UUID job = jobs.add(
                        JobState.RUNNING,
                        JobsInMemory.item(0, Outcome.RESTORED),
                        JobsInMemory.item(1, null),
                        JobsInMemory.item(2, Outcome.RESTORED),
                        JobsInMemory.item(3, Outcome.CANCELLED))
                .id();
        String path = PATH + "/" + job + "/items";

        JsonNode all = get(path).is(200).json();
        assertThat(all.path("items").size()).isEqualTo(4);
        assertThat(all.at("/items/1").has("outcome")).isFalse();
        assertThat(all.at("/items/0").has("line")).isFalse();
        JsonNode restored = get(path + "?outcome=RESTORED&limit=1").json();
        assertThat(restored.at("/items/0/index").asLong()).isZero();
        String cursor = restored.path("nextCursor").asString();
        JsonNode next = get(path + "?outcome=RESTORED&limit=1&cursor=" + cursor).json();
        assertThat(next.at("/items/0/index").asLong()).isEqualTo(2);
        assertThat(next.has("nextCursor")).isFalse();

        get(path + "?cursor=" + cursor).isProblem(400, "INVALID_REQUEST").says("other conditions");
        get(PATH + "/" + jobs.add(JobState.RUNNING).id() + "/items?outcome=RESTORED&cursor=" + cursor)
                .isProblem(400, "INVALID_REQUEST");
        get(PATH + "?cursor=" + cursor).isProblem(400, "INVALID_REQUEST");
        get(path + "?cursor=made-up").isProblem(400, "INVALID_REQUEST");
        get(path + "?outcome=restored").isProblem(400, "INVALID_REQUEST").says("ALREADY_ARCHIVED");
        get(path + "?limit=1001").isProblem(400, "INVALID_REQUEST").says("1,000");
        get(path + "?limit=1000").is(200);
    }

    @Test
    void theReportTellsEveryInputInOrder() {
        UUID job = jobs.add(JobState.RUNNING, JobsInMemory.item(0, Outcome.RESTORED), JobsInMemory.item(1, null))
                .id();

        Answer csv = get(PATH + "/" + job + "/report").is(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"restore-job-%s.csv\"".formatted(job));
        assertThat(csv.response().body().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.get(1)).endsWith(",RESTORED,,,,,somebody,2026-11-21T10:00:00Z"))
                .satisfies(lines -> assertThat(lines.get(2)).endsWith(",,,,,,,"));
        Answer ndjson = get(PATH + "/" + job + "/report?format=ndjson").is(200);
        assertThat(ndjson.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(ndjson.response().body().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(1)).doesNotContain("outcome"));
        get(PATH + "/" + job + "/report?format=xls")
                .isProblem(400, "INVALID_REQUEST")
                .says("ndjson");
    }

    @Test
    void aListThatStandsAtARemovedJobDoesNotSeemToEnd() {
        jobs.add(JobState.COMPLETED);
        RestoreJob removed = jobs.add(JobState.COMPLETED);
        String cursor = get(PATH + "?limit=1").is(200).json().path("nextCursor").asString();

        jobs.remove(removed.id());

        assertThat(get(PATH + "?limit=1&cursor=" + cursor)
                        .isProblem(400, "INVALID_REQUEST")
                        .places())
                .containsExactly("?cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/undo", "/retry-failed"})
    void aMalformedContentTypeIsTheCallersFault(String call) {
        UUID job = jobs.add(JobState.COMPLETED).id();
        post(PATH + "/" + job + call, "json", "{}").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void theReportIsStreamed() throws IOException, InterruptedException {
        UUID job = large(JobState.COMPLETED);

        HttpResponse<InputStream> response =
                http.send(to(PATH + "/" + job + "/report").build(), BodyHandlers.ofInputStream());

        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(100_000)).hasSize(100_000);
        }
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
    }

    @Test
    void aReportThatBreaksOffDoesNotLookWhole() {
        UUID job = large(JobState.FAILED);

        assertThatThrownBy(() -> http.send(to(PATH + "/" + job + "/report").build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private UUID large(JobState state) {
        UUID job = jobs.add(state).id();
        jobs.change(
                job,
                before -> JobsInMemory.with(
                        before, state, new JobProgress(20_000, 0, 0, 0, Map.of(), null, null, 0, 0, null)));
        return job;
    }

    private static java.util.List<String> ids(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(job -> job.path("id").asString())
                .toList();
    }
}
