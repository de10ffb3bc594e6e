package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import io.restoregateway.restore.Failure;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Refusal;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.RestoreOutcome.NotAttempted;
import io.restoregateway.restore.RestoreOutcome.NotAttempted.Cause;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@GatewayTest
class OutcomesTest {

    private static final String RESTORE = "/api/v1/assets/restore";

    private static final String BATCH = "/api/v1/assets/restore-batch";

    @Autowired
    private Gateway gateway;

    @Autowired
    private RestoreAssets restoreAssets;

    private void outcome(RestoreOutcome outcome) {
        when(restoreAssets.restore(any(), any())).thenReturn(List.of(outcome));
    }

    private Answer restoreOne(RestoreOutcome outcome) {
        outcome(outcome);
        return gateway.post(RESTORE, Fixtures.connectionBody());
    }

    private JsonNode restoreBatch(RestoreOutcome outcome) {
        outcome(outcome);
        return gateway.post(BATCH, "{\"assets\":[" + Fixtures.connectionBody() + "]}")
                .isOk()
                .json();
    }

    private static Refusal refusal(Refusal.Reason reason) {
        return new Refusal(
                reason,
                "because",
                List.of(
                        new Refusal.Mismatch("qualifiedName", "claimed\nname", "stored name"),
                        new Refusal.Mismatch("anchor", "x", "y")),
                List.of(Fixtures.ANOTHER),
                Fixtures.UPSTREAM);
    }

    private static RestoreOutcome.UnexpectedChange alarm() {
        return new RestoreOutcome.UnexpectedChange(
                Fixtures.stored(),
                null,
                "renamed",
                List.of(new RestoreAnswer.Header(new Guid(Fixtures.OTHER_GUID), "Table", "q", "n", null, 2)));
    }

    @Test
    void restoredIsToldWithTheAssetAsItIsNow() {
        JsonNode answer = restoreOne(
                        new RestoreOutcome.Restored(Fixtures.stored(), List.of(), List.of(Fixtures.ANY_WARNING)))
                .isOk()
                .json();

        assertThat(answer.toString())
                .isEqualTo("{\"outcome\":\"RESTORED\",\"asset\":{\"typeName\":\"Connection\","
                        + "\"qualifiedName\":\"default/mongodb/mongodb.atlan.com\",\"guid\":\"" + Fixtures.GUID
                        + "\",\"name\":\"mongodb.atlan.com\",\"status\":\"ACTIVE\",\"updatedBy\":\"jsmith\","
                        + "\"updatedAt\":\"2026-11-21T10:00:00Z\",\"link\":\"https://acme.atlan.com/assets/"
                        + Fixtures.GUID + "/overview\"},"
                        + "\"warnings\":[{\"code\":\"CHILDREN_STAY_ARCHIVED\",\"message\":\"children stay\"}]}");
    }

    @Test
    void whatCameAlongIsToldToo() {
        JsonNode restored = restoreOne(
                        new RestoreOutcome.Restored(Fixtures.stored(), List.of(Fixtures.ANOTHER), List.of()))
                .isOk()
                .json();
        JsonNode would = restoreOne(
                        new RestoreOutcome.WouldRestore(Fixtures.stored(), List.of(Fixtures.ANOTHER), List.of()))
                .isOk()
                .json();

        assertThat(restored.path("alsoRestored").path(0).path("guid").asString())
                .isEqualTo(Fixtures.OTHER_GUID);
        assertThat(would.path("alsoRestored")).isEqualTo(restored.path("alsoRestored"));
        assertThat(would.path("outcome").asString()).isEqualTo("WOULD_RESTORE");
        assertThat(would.path("asset").path("status").asString()).isEqualTo("DELETED");
    }

    @Test
    void alreadyActiveIsNoProblem() {
        JsonNode answer = restoreOne(new RestoreOutcome.AlreadyActive(Fixtures.stored(), List.of()))
                .isOk()
                .json();

        assertThat(answer.path("outcome").asString()).isEqualTo("ALREADY_ACTIVE");
        assertThat(answer.path("asset").path("status").asString()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({
        "FORBIDDEN_BY_ATLAN, 403",
        "QUALIFIED_NAME_MISMATCH, 409",
        "TYPE_MISMATCH, 409",
        "ATTRIBUTE_MISMATCH, 409",
        "LIVE_TWIN, 409",
        "AMBIGUOUS_NAME, 409",
        "NOT_RESTORABLE, 422",
        "BRINGS_OTHERS, 422",
        "CONNECTION_WITHOUT_ADMIN, 422",
        "PARENT_ARCHIVED, 422",
        "CHANGED_SINCE_SELECTED, 409"
    })
    void refusalsAreProblemsOfTheirOwn(Refusal.Reason reason, int status) {
        RestoreOutcome refused = new RestoreOutcome.Refused(refusal(reason));

        Answer one = restoreOne(refused)
                .isProblem(status, reason.name())
                .blames("/qualifiedName", "/glossaryGuid")
                .says("stored 'stored name'");
        JsonNode batch = restoreBatch(refused);

        assertThat(one.json().path("others").path(0).path("name").asString()).isEqualTo("Example");
        assertThat(one.json().path("upstream").path("errorCode").asString()).isEqualTo("ATLAS-404-00-005");
        assertThat(one.json().path("guid").asString()).isEqualTo(Fixtures.GUID);
        assertThat(one.json().path("instance").asString()).isEqualTo(RESTORE);
        JsonNode result = batch.path("results").path(0);
        assertThat(result.path("outcome").asString()).isEqualTo("REFUSED");
        assertThat(result.path("problem").path("code").asString()).isEqualTo(reason.name());
        assertThat(result.path("problem").path("errors").path(0).path("pointer").asString())
                .isEqualTo("/assets/0/qualifiedName");
        assertThat(batch.path("complete").asBoolean()).isTrue();
    }

    @Test
    void whatTheStoreDoesNotKnowIsNotFound() {
        RestoreOutcome missing = new RestoreOutcome.NotFound(refusal(Refusal.Reason.ASSET_NOT_FOUND));

        restoreOne(missing).isProblem(404, "ASSET_NOT_FOUND");
        JsonNode batch = restoreBatch(missing);

        assertThat(batch.path("results").path(0).path("outcome").asString()).isEqualTo("NOT_FOUND");
        assertThat(batch.path("summary").path("notFound").asInt()).isEqualTo(1);
        assertThat(batch.path("complete").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "ASSET_NOT_FOUND, 404, true",
        "FORBIDDEN_BY_ATLAN, 403, true",
        "NOT_RESTORABLE, 422, true",
        "CONNECTION_WITHOUT_ADMIN, 422, true",
        "UPSTREAM_UNAUTHENTICATED, 502, false",
        "UPSTREAM_ERROR, 502, true"
    })
    void whatAtlanRefusedIsFailed(Failure.Kind kind, int status, boolean complete) {
        RestoreOutcome failed = new RestoreOutcome.Failed(new Failure(kind, "no", Fixtures.UPSTREAM));

        restoreOne(failed).isProblem(status, kind.name());
        JsonNode batch = restoreBatch(failed);

        assertThat(batch.path("results").path(0).path("outcome").asString()).isEqualTo("FAILED");
        assertThat(batch.path("complete").asBoolean()).isEqualTo(complete);
    }

    @Test
    void theAlarmTellsTheValuesBefore() {
        Answer one = restoreOne(alarm()).isProblem(502, "UNEXPECTED_CHANGE");
        JsonNode batch = restoreBatch(alarm());

        assertThat(one.json()
                        .path("change")
                        .path("before")
                        .path("attributes")
                        .path("port")
                        .asInt())
                .isEqualTo(27017);
        assertThat(one.json()
                        .path("change")
                        .path("strangers")
                        .path(0)
                        .path("guid")
                        .asString())
                .isEqualTo(Fixtures.OTHER_GUID);
        assertThat(batch.path("results").path(0).path("outcome").asString()).isEqualTo("FAILED");
        assertThat(batch.path("results").path(0).path("problem").path("code").asString())
                .isEqualTo("UNEXPECTED_CHANGE");
        assertThat(batch.path("complete").asBoolean()).isFalse();
    }

    @Test
    void theUnconfirmedIsNeitherDoneNorFailed() {
        RestoreOutcome unknown = new RestoreOutcome.Unconfirmed("no answer", null);

        restoreOne(unknown).isProblem(504, "UNCONFIRMED");
        JsonNode batch = restoreBatch(unknown);

        assertThat(batch.path("results").path(0).path("outcome").asString()).isEqualTo("UNCONFIRMED");
        assertThat(batch.path("complete").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ALARM, 502, UNEXPECTED_CHANGE, ",
        "BUDGET_EXHAUSTED, 429, BUDGET_EXHAUSTED, 30",
        "UPSTREAM_UNAVAILABLE, 503, UPSTREAM_UNAVAILABLE, 30",
        "UNRECORDED, 503, AUDIT_UNAVAILABLE, 30",
        "UPSTREAM_UNAUTHENTICATED, 502, UPSTREAM_UNAUTHENTICATED, ",
        "OTHER_REFUSED, 422, NOT_RESTORABLE, "
    })
    void theUnsentIsToldByWhatStoppedIt(Cause cause, int status, String code, String retryAfter) {
        RestoreOutcome unsent = new NotAttempted(cause, "stopped");

        Answer one = restoreOne(unsent).isProblem(status, code);
        JsonNode batch = restoreBatch(unsent);

        assertThat(one.header("Retry-After")).isEqualTo(retryAfter);
        assertThat(batch.path("results").path(0).path("outcome").asString()).isEqualTo("NOT_ATTEMPTED");
        assertThat(batch.path("complete").asBoolean()).isFalse();
    }

    @Test
    void aBatchIsAnsweredItemByItemInOrder() {
        when(restoreAssets.restore(any(), any()))
                .thenReturn(List.of(
                        new RestoreOutcome.Restored(Fixtures.stored(), List.of(), List.of()),
                        new NotAttempted(Cause.ALARM, "stopped")));
        String second = Fixtures.connectionBody().replace(Fixtures.GUID, Fixtures.OTHER_GUID);

        JsonNode answer = gateway.post(BATCH, "{\"assets\":[" + Fixtures.connectionBody() + "," + second + "]}")
                .isOk()
                .json();

        assertThat(answer.path("summary").toString())
                .isEqualTo("{\"total\":2,\"restored\":1,\"alreadyActive\":0,\"wouldRestore\":0,\"notFound\":0,"
                        + "\"refused\":0,\"failed\":0,\"unconfirmed\":0,\"notAttempted\":1}");
        assertThat(answer.path("complete").asBoolean()).isFalse();
        assertThat(answer.path("results").path(0).propertyNames())
                .containsExactly("index", "outcome", "request", "asset", "warnings");
        assertThat(answer.path("results").path(1).propertyNames())
                .containsExactly("index", "outcome", "request", "problem", "warnings");
        assertThat(answer.path("results").path(1).path("request").toString()).isEqualTo(second);
        assertThat(answer.path("results").path(1).path("problem").path("guid").asString())
                .isEqualTo(Fixtures.OTHER_GUID);
    }

    @Test
    void aValidationLeavesTheWorkToDo() {
        JsonNode batch = restoreBatch(new RestoreOutcome.WouldRestore(Fixtures.stored(), List.of(), List.of()));

        assertThat(batch.path("complete").asBoolean()).isFalse();
        assertThat(batch.path("summary").path("wouldRestore").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void everyOutcomeHasItsPlaceInTheSummary(Outcome outcome) {
        BatchSummary summary = BatchSummary.of(List.of(outcome));

        int counted = Arrays.stream(BatchSummary.class.getRecordComponents())
                .filter(component -> !component.getName().equals("total"))
                .mapToInt(component -> {
                    try {
                        return (Integer) component.getAccessor().invoke(summary);
                    } catch (ReflectiveOperationException impossible) {
                        throw new LinkageError(impossible.getMessage(), impossible);
                    }
                })
                .sum();
        assertThat(counted).isEqualTo(1);
    }
}
