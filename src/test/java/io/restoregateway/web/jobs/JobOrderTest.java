package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.jobs.JobState;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JobOrderTest extends JobCallsTestCase {

    @Test
    void aListIsTaken() {
        Answer answer = order("{\"assets\":[" + ASSET + "],\"name\":\"One\",\"maxFailures\":0,\"maxFailureRate\":0.5}")
                .is(202);

        JsonNode job = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(PATH + "/" + job.path("id").asString());
        assertThat(job.path("state").asString()).isEqualTo("PREPARING");
        assertThat(job.path("source").asString()).isEqualTo("ASSETS");
        assertThat(job.path("name").asString()).isEqualTo("One");
        assertThat(job.path("createdBy").asString()).isEqualTo("api-key");
        assertThat(job.path("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(job.at("/options/requireConfirmation").asBoolean()).isFalse();
        assertThat(job.at("/options/maxFailures").asLong()).isZero();
        assertThat(job.has("preview")).isFalse();
        assertThat(answer.header("Idempotent-Replay")).isEmpty();
        assertThat(get(job.at("/links/items").asString())
                        .is(200)
                        .json()
                        .at("/items/0/guid")
                        .asString())
                .isEqualTo(GUID);
    }

    @Test
    void aSelectorAwaitsConfirmationUnlessToldOtherwise() {
        JsonNode job = order(
                        "{\"selector\":{\"archivedBy\":\"crawler\",\"archivedAfter\":\"2026-11-20T00:00:00+01:00\",\"includeDescendants\":true}}")
                .is(202)
                .json();
        assertThat(job.at("/options/requireConfirmation").asBoolean()).isTrue();
        assertThat(job.at("/selector/archivedAfter").asString()).isEqualTo("2026-11-19T23:00:00Z");
        assertThat(job.at("/selector/includeDescendants").asBoolean()).isTrue();

        job = order("{\"selector\":{\"name\":\"x\"},\"requireConfirmation\":false}")
                .is(202)
                .json();
        assertThat(job.at("/options/requireConfirmation").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"includeDescendants\":false}", "{\"typeName\":null}"})
    void aSelectorWithoutConditionsIsRefused(String selector) {
        order("{\"selector\":" + selector + "}").isProblem(422, "EMPTY_SELECTOR");
        assertThat(jobs.count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | ~~",
                "{\"assets\":[]} | /assets",
                "{\"assets\":{}} | /assets",
                "{\"assets\":null,\"selector\":null} | ~~",
                "{\"selector\":{\"name\":\"x\",\"includeDescendants\":true}} | /selector/includeDescendants",
                "{\"selector\":{\"name\":\"\"}} | /selector/name",
                "{\"selector\":{\"archivedBefore\":\"yesterday\"}} | /selector/archivedBefore",
                "{\"selector\":{\"archivedby\":\"x\"}} | /selector/archivedby",
                "{\"selector\":{\"name\":\"x\"},\"skipInvalid\":true} | /skipInvalid",
                "{\"selector\":{\"name\":\"x\"},\"maxFailures\":-1} | /maxFailures",
                "{\"selector\":{\"name\":\"x\"},\"maxFailures\":1.5} | /maxFailures",
                "{\"selector\":{\"name\":\"x\"},\"maxFailures\":99999999999999999999} | /maxFailures",
                "{\"selector\":{\"name\":\"x\"},\"maxFailures\":\"1\"} | /maxFailures",
                "{\"selector\":{\"name\":\"x\"},\"maxFailureRate\":-0.1} | /maxFailureRate",
                "{\"selector\":{\"name\":\"x\"},\"maxFailureRate\":1.01} | /maxFailureRate",
                "{\"selector\":{\"name\":\"x\"},\"maxFailureRate\":1e999999} | /maxFailureRate",
                "{\"selector\":{\"name\":\"x\"},\"name\":\" \"} | /name",
                "{\"selector\":{\"name\":\"x\"},\"name\":\"a\\u0000b\"} | /name",
                "{\"selector\":{\"name\":\"x\"},\"validateonly\":true} | /validateonly",
                "[] | ~~",
            })
    void malformedOrdersAreRefused(String body, String place) {
        assertThat(order(body).isProblem(400, "INVALID_REQUEST").places()).containsExactly(place);
        assertThat(jobs.count()).isZero();
    }

    @Test
    void assetsAndSelectorExcludeEachOther() {
        assertThat(order("{\"assets\":[" + ASSET + "],\"selector\":{\"name\":\"x\"}}")
                        .isProblem(400, "INVALID_REQUEST")
                        .places())
                .containsExactly("/selector");
    }

    @Test
    void allMalformedEntriesAreToldAtOnceAndNothingIsCreated() {
        String body = "{\"assets\":[" + ASSET + ",{\"typeName\":\"T\",\"guid\":\"-1\"},null,{\"typeName\":7,\"x\":1,"
                + "\"qualifiedName\":\"q\",\"guid\":\"" + GUID + "\"}],\"maxFailures\":-1}";

        assertThat(order(body).isProblem(400, "INVALID_REQUEST").places())
                .containsExactlyInAnyOrder(
                        "/maxFailures",
                        "/assets/1/qualifiedName",
                        "/assets/1/guid",
                        "/assets/2",
                        "/assets/3/x",
                        "/assets/3/typeName");
        assertThat(jobs.count()).isZero();
    }

    @Test
    void malformedEntriesAreLeftOutWhereThatIsWished() {
        String body = "{\"assets\":[" + ASSET + ",{\"typeName\":\"T\",\"guid\":\"-1\"},null],\"skipInvalid\":true}";

        String items = order(body).is(202).json().at("/links/items").asString();

        JsonNode answer = get(items).is(200).json();
        assertThat(answer.path("items").size()).isEqualTo(3);
        assertThat(answer.at("/items/1/outcome").asString()).isEqualTo("REFUSED");
        assertThat(answer.at("/items/1/message").asString()).contains("qualifiedName: is required", "guid: ");
        assertThat(answer.at("/items/2/message").asString()).contains("must be an object");
    }

    @Test
    void theFirstThousandProblemsAreToldAndHowManyThereAre() {
        String body = "{\"assets\":[" + "{},".repeat(1_999) + "{}]}";

        Answer answer = order(body).isProblem(400, "INVALID_REQUEST").says("6,000");

        assertThat(answer.places()).hasSize(1_000);
    }

    @Test
    void tenThousandAreTakenAndOneMoreIsNot() {
        order("{\"assets\":[" + (ASSET + ",").repeat(9_999) + ASSET + "]}").is(202);
        order("{\"assets\":[" + (ASSET + ",").repeat(10_000) + ASSET + "]}")
                .isProblem(422, "TOO_MANY_ASSETS")
                .says("10,000");
    }

    @Test
    void aQueryIsForManifests() {
        assertThat(post(PATH + "?validateOnly=true", "application/json", "{\"assets\":[" + ASSET + "]}")
                        .isProblem(400, "INVALID_REQUEST")
                        .places())
                .containsExactly("?validateOnly");
        assertThat(jobs.count()).isZero();
    }

    @Test
    void otherMediaTypesAndEncodingsAreRefused() {
        post(PATH, "text/plain", ROW).isProblem(415, "UNSUPPORTED_MEDIA_TYPE").says("text/csv");
        post(PATH, "application/json;charset=ISO-8859-1", "{}").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        post(PATH, "text/csv;charset=ISO-8859-1", ROW).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        post(PATH, "text/csv", ROW, "Content-Encoding", "br").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        order("{}", "Content-Encoding", "gzip").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void theSameOrderUnderTheSameKeyGivesTheSameJob() {
        String body = "{\"assets\":[" + ASSET + "]}";
        Answer first = order(body, "Idempotency-Key", "k-1").is(202);
        Answer again = order(body, "Idempotency-Key", "\"k-1\"").is(202);

        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
        order(body + " ", "Idempotency-Key", "k-1").isProblem(409, "IDEMPOTENCY_KEY_REUSED");
        assertThat(jobs.count()).isEqualTo(1);
    }

    @Test
    void aManifestsOptionsBelongToTheOrder() {
        post(PATH, "text/csv", HEADER + ROW, "Idempotency-Key", "k").is(202);
        assertThat(post(PATH, "text/csv", HEADER + ROW, "Idempotency-Key", "k")
                        .is(202)
                        .header("Idempotent-Replay"))
                .isEqualTo("true");
        post(PATH + "?validateOnly=true", "text/csv", HEADER + ROW, "Idempotency-Key", "k")
                .isProblem(409, "IDEMPOTENCY_KEY_REUSED");
        post(PATH, "text/csv", HEADER + ROW + ROW, "Idempotency-Key", "k").isProblem(409, "IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "\"unclosed", "\"\"", "\"a\\b\""})
    void aMalformedKeyIsRefused(String key) {
        assertThat(order("{\"assets\":[" + ASSET + "]}", "Idempotency-Key", key)
                        .isProblem(400, "INVALID_REQUEST")
                        .places())
                .containsExactly("?Idempotency-Key");
    }

    @Test
    void aKeyHasAtMost255CharactersAndStandsOnce() {
        order("{\"assets\":[" + ASSET + "]}", "Idempotency-Key", "k".repeat(255))
                .is(202);
        order("{\"assets\":[" + ASSET + "]}", "Idempotency-Key", "k".repeat(256))
                .isProblem(400, "INVALID_REQUEST");
        order("{\"assets\":[" + ASSET + "]}", "Idempotency-Key", "a", "Idempotency-Key", "b")
                .isProblem(400, "INVALID_REQUEST");
    }

    @Test
    void followUpsBuildUponFinishedJobs() {
        UUID parent = jobs.add(JobState.COMPLETED).id();

        JsonNode retry = command(PATH + "/" + parent + "/retry-failed").is(202).json();
        assertThat(retry.path("retryOf").asString()).isEqualTo(parent.toString());
        assertThat(retry.at("/options/requireConfirmation").asBoolean()).isFalse();
        Answer undone = post(PATH + "/" + parent + "/undo", "application/json", "{\"name\":\"Back\"}")
                .is(202);
        assertThat(undone.json().path("undoOf").asString()).isEqualTo(parent.toString());
        assertThat(undone.json().path("kind").asString()).isEqualTo("UNDO");
        assertThat(undone.json().path("name").asString()).isEqualTo("Back");
        assertThat(undone.json().at("/options/requireConfirmation").asBoolean()).isTrue();
        assertThat(undone.header("Location")).endsWith(undone.json().path("id").asString());

        post(PATH + "/" + parent + "/undo", "application/json", "{\"requireConfirmation\":false}")
                .isProblem(400, "INVALID_REQUEST");
        post(PATH + "/" + parent + "/retry-failed", "text/plain", "x").isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
        command(PATH + "/" + UUID.randomUUID() + "/undo").isProblem(404, "JOB_NOT_FOUND");
        UUID running = jobs.add(JobState.RUNNING).id();
        assertThat(command(PATH + "/" + running + "/undo")
                        .isProblem(409, "WRONG_STATE")
                        .json()
                        .at("/job/state")
                        .asString())
                .isEqualTo("RUNNING");
    }
}
