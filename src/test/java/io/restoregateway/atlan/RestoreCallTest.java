package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.restore.RestorableAssetFixtures.anyVerifiedAsset;
import static io.restoregateway.restore.RestorableAssetFixtures.verifiedAsset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.AssetReference;
import io.restoregateway.restore.Failure.Kind;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import io.restoregateway.restore.TypeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class RestoreCallTest {

    private static final Guid TERM = new Guid("9d618f68-8b35-41eb-8701-73383091a321");

    private static final Guid GLOSSARY = new Guid("96839e7c-d0db-4827-840b-babd305a8e6b");

    private static final Guid TABLE = new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b");

    private static final Guid UNKNOWN = new Guid("11111111-2222-4333-8444-555555555555");

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientIsImpatient();

    @Test
    void sendsTheStoredValuesAndNothingElse() {
        tenant.answers(recorded("term-restore"));
        JsonNode recorded = Wire.recording("term-restore").path("request");

        restore(term());

        assertThat(tenant.calls()).hasSize(1);
        LoggedRequest call = tenant.calls().getFirst();
        assertThat(call.getMethod().value()).isEqualTo("POST");
        assertThat(call.getUrl()).isEqualTo("/base" + recorded.path("path").stringValue());
        assertThat(call.getHeader("Content-Type")).startsWith("application/json");
        assertThat(call.getHeader("Authorization")).isEqualTo("Bearer " + PlayedTenant.KEY);
        assertThat(call.getHeader("X-Atlan-Request-Id")).matches(Guid.FORM);
        assertThat(tenant.body(0)).isEqualTo(recorded.path("body"));
    }

    @Test
    void sendsEveryCharacterUnharmed() {
        String odd = " default/a+b&c=d%20e#f?g;h\"\\\n\t\u0001\u2028😀Ж/ ";
        tenant.answers(recorded("connection-restore-again"));

        restore(verifiedAsset(
                new AssetIdentity(new TypeName("Connection"), new QualifiedName(odd), TABLE),
                odd,
                Map.of("adminUsers", List.of("ann", odd))));

        JsonNode attributes = tenant.body(0).at("/entities/0/attributes");
        assertThat(attributes.path("qualifiedName").stringValue()).isEqualTo(odd);
        assertThat(attributes.path("name").stringValue()).isEqualTo(odd);
        assertThat(attributes.path("adminUsers").get(1).stringValue()).isEqualTo(odd);
    }

    @Test
    void tellsWhatWasUpdatedWithTheTimeFromBefore() {
        tenant.answers(recorded("restore-three"));

        Committed answer = (Committed) restore(anyVerifiedAsset(TABLE));

        assertThat(answer.updated()).hasSize(3);
        assertThat(answer.updated().get(1))
                .isEqualTo(new Header(
                        TABLE,
                        "Table",
                        "default/snowflake/1700000004/DB/S/T0",
                        "T0",
                        Instant.ofEpochMilli(1795294186068L),
                        2));
        assertThat(answer.created()).isEmpty();
        assertThat(answer.deleted()).isEmpty();
        assertThat(answer.assignments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"guidAssignments\":{}}",
                "{}",
                "{\"mutatedEntities\":null,\"guidAssignments\":null}",
                "{\"mutatedEntities\":{\"UPDATE\":[]}}",
                "{\"mutatedEntities\":{\"UPDATE\":null,\"CREATE\":[]}}"
            })
    void understandsThatNothingChanged(String body) {
        tenant.answers(answer(200, body));

        RestoreAnswer answer = restore(anyVerifiedAsset(TABLE));

        assertThat(answer).isEqualTo(new Committed(List.of(), List.of(), List.of(), Map.of(), tenant.lastRequestId()));
    }

    @Test
    void tellsWhatWasCreated() {
        tenant.answers(recorded("no-guid-creates"));

        Committed answer = (Committed) restore(anyVerifiedAsset(TABLE));

        assertThat(answer.created()).extracting(Header::name).containsExactly("TYPO");
        assertThat(answer.updated()).isEmpty();
    }

    @Test
    void tellsWhatWasDeletedOrPartlyUpdated() {
        tenant.answers(answer(200, Wire.file("all-lists.json")));

        Committed answer = (Committed) restore(anyVerifiedAsset(TABLE));

        assertThat(answer.updated()).extracting(Header::name).containsExactly("U", "P", "?");
        assertThat(answer.deleted()).extracting(Header::name).containsExactly("D", "G");
        assertThat(answer.updated().getFirst().updatedAt()).isNull();
    }

    @Test
    void tellsWhomAtlanTookTheAssetFor() {
        tenant.answers(recorded("unknown-guid-hits-stranger"));

        Committed answer = (Committed) restore(anyVerifiedAsset(UNKNOWN));

        assertThat(answer.assignments()).isEqualTo(Map.of(UNKNOWN, new Guid("2ebc75b9-8537-4945-a160-2b2bfc08111a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"nonsense\"", "7", "[]", "{}"})
    void losesNoPairOfASentGuid(String value) {
        tenant.answers(answer(200, "{\"guidAssignments\":{\"" + TABLE + "\":" + value + "}}"));

        assertThat(((Committed) restore(anyVerifiedAsset(TABLE))).assignments()).containsOnlyKeys(TABLE);
    }

    @Test
    void ignoresPairsThatSayNothing() {
        tenant.answers(answer(
                200,
                "{\"guidAssignments\":{\"%1$s\":\"%1$s\",\"-1\":\"%2$s\",\"%2$s\":\"%1$s\"}}"
                        .formatted(TABLE, UNKNOWN)));

        assertThat(((Committed) restore(anyVerifiedAsset(TABLE))).assignments()).isEmpty();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("unknown guid", recorded("unknown-guid"), Kind.ASSET_NOT_FOUND, UNKNOWN),
                argumentSet(
                        "unknown guid in a batch", recorded("batch-with-unknown-guid"), Kind.ASSET_NOT_FOUND, UNKNOWN),
                argumentSet(
                        "unknown guid, only in the message",
                        Wire.error(404, "ATLAS-404-00-00A", "Referenced entity " + UNKNOWN + " is not found"),
                        Kind.ASSET_NOT_FOUND,
                        UNKNOWN),
                argumentSet("anchor gone", recorded("term-restore-unknown-anchor"), Kind.NOT_RESTORABLE, TERM),
                argumentSet("mandatory missing", recorded("term-restore-without-anchor"), Kind.NOT_RESTORABLE, TERM),
                argumentSet("name missing", recorded("batch-with-missing-name"), Kind.NOT_RESTORABLE, null),
                argumentSet("not supported", Wire.error(409, "ATLAS-409-00-015", "no"), Kind.NOT_RESTORABLE, null),
                argumentSet("no admin", Wire.error(400, "ATLAS-400-00-114", "no"), Kind.CONNECTION_WITHOUT_ADMIN, null),
                argumentSet("not permitted", Wire.error(403, "ATLAS-403-00-001", "no"), Kind.FORBIDDEN_BY_ATLAN, null),
                argumentSet("unknown type", recorded("unknown-type"), Kind.UPSTREAM_ERROR, TABLE),
                argumentSet("guid null", recorded("guid-null"), Kind.UPSTREAM_ERROR, null),
                argumentSet("bad JSON", recorded("malformed-json"), Kind.UPSTREAM_ERROR, null),
                argumentSet("401", recorded("wrong-token"), Kind.UPSTREAM_UNAUTHENTICATED, null),
                argumentSet("403 of the edge", html(403), Kind.UPSTREAM_ERROR, null),
                argumentSet("404 of the edge", html(404), Kind.UPSTREAM_ERROR, null),
                argumentSet("413 of the edge", html(413), Kind.UPSTREAM_ERROR, null),
                argumentSet("redirect", html(307).withHeader("Location", "/elsewhere"), Kind.UPSTREAM_ERROR, null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void tellsWhyItWasRefused(ResponseDefinitionBuilder answer, Kind kind, @Nullable Guid culprit) {
        tenant.alwaysAnswers(answer);

        Rejected rejected = (Rejected) restore(anyVerifiedAsset(TABLE), term(), anyVerifiedAsset(UNKNOWN));

        assertThat(rejected.reason().kind()).isEqualTo(kind);
        assertThat(rejected.culprit()).isEqualTo(culprit);
        assertThat(rejected.reason().upstream().requestId())
                .isEqualTo(tenant.calls().getFirst().getHeader("X-Atlan-Request-Id"));
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void blamesNobodyWhoWasNotSent() {
        tenant.answers(recorded("unknown-guid"));

        Rejected rejected = (Rejected) restore(anyVerifiedAsset(TABLE));

        assertThat(rejected.culprit()).isNull();
        assertThat(rejected.reason().kind()).isEqualTo(Kind.NOT_RESTORABLE);
    }

    static Stream<Arguments> answersThatMeanNothing() {
        String whole = Wire.recording("restore-three").at("/response/body").toString();
        return Stream.of(
                argumentSet("500 of the edge", html(500)),
                argumentSet("500 with a code", Wire.error(500, "ATLAS-500-00-001", "oh")),
                argumentSet("502", html(502)),
                argumentSet("503", html(503)),
                argumentSet("504", html(504)),
                argumentSet("408 of the edge", html(408)),
                argumentSet("499 of the edge", html(499)),
                argumentSet("200 with HTML", html(200)),
                argumentSet("200 truncated", answer(200, whole.substring(0, whole.length() - 9))),
                argumentSet("200 empty", answer(200, "")),
                argumentSet("200 with a list", answer(200, "[]")),
                argumentSet("200 with an error", answer(200, "{\"errorCode\":\"ATLAS-400-00-001\"}")),
                argumentSet("200 with nonsense", answer(200, "{\"mutatedEntities\":7}")),
                argumentSet("200 with a nameless header", answer(200, "{\"mutatedEntities\":{\"CREATE\":[{}]}}")),
                argumentSet(
                        "200 with a list twice", answer(200, "{\"mutatedEntities\":{\"CREATE\":[],\"CREATE\":[]}}")),
                argumentSet("202", answer(202, whole)),
                argumentSet("late", answer(200, whole).withFixedDelay(5_000)),
                argumentSet("dripping", answer(200, whole).withChunkedDribbleDelay(50, 20_000)));
    }

    @ParameterizedTest
    @MethodSource("answersThatMeanNothing")
    void neverSendsAgainWhatMayHaveBeenDone(ResponseDefinitionBuilder answer) {
        tenant.alwaysAnswers(answer);

        assertThat(restore(anyVerifiedAsset(TABLE)))
                .isInstanceOfSatisfying(
                        Unanswered.class,
                        unanswered -> assertThat(unanswered.conflict()).isFalse());

        assertThat(tenant.calls()).hasSize(1);
        assertThat(tenant.time().passed()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void neverSendsAgainWhenTheConnectionBreaks(Fault fault) {
        tenant.alwaysAnswers(answer(200, "").withFault(fault));

        assertThat(restore(anyVerifiedAsset(TABLE))).isInstanceOf(Unanswered.class);

        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void recognisesTheConflictOfTheStore() {
        tenant.answers(recorded("restore-conflict"));

        Unanswered unanswered = (Unanswered) restore(anyVerifiedAsset(TABLE));

        assertThat(unanswered.conflict()).isTrue();
        assertThat(unanswered.upstream().errorMessage()).isEqualTo("There was an error processing your request.");
        assertThat(tenant.calls()).hasSize(1);
    }

    private RestoreAnswer restore(RestorableAsset... assets) {
        return tenant.catalog().restore(List.of(assets));
    }

    private static RestorableAsset term() {
        return verifiedAsset(
                new AssetIdentity(
                        new TypeName("AtlasGlossaryTerm"),
                        new QualifiedName("4oTKgfG4epChALaLAOH5b@xeFg0fvYy6huZNHs0xCux"),
                        TERM),
                "Example",
                Map.of("anchor", new AssetReference(new TypeName("AtlasGlossary"), GLOSSARY)));
    }
}
