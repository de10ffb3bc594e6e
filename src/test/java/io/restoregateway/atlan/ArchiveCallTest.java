package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.error;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.recorded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restoregateway.restore.Failure.Kind;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestorableAssetFixtures;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.Header;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Rejected;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveCallTest {

    private static final Guid T0 = new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b");

    private static final Guid T1 = new Guid("2ebc75b9-8537-4945-a160-2b2bfc08111a");

    private static final Guid T2 = new Guid("a9594d49-b8ea-46cd-95a6-e7565c8c82e2");

    private static final Guid SCHEMA = new Guid("e2eaa999-b2e9-4b96-9788-42280e10f06d");

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @RegisterExtension
    final PlayedTenant slowTenant = PlayedTenant.whoseClientIsImpatient();

    @Test
    void namesTheGuidsAndArchivesSoftly() {
        tenant.answers(recorded("tables-archive"));

        archive(T0, T1, T2);

        LoggedRequest call = tenant.calls().getFirst();
        assertThat(tenant.calls()).hasSize(1);
        assertThat(call.getMethod().value()).isEqualTo("DELETE");
        assertThat(call.getUrl())
                .isEqualTo("/base"
                        + Wire.recording("tables-archive")
                                .path("request")
                                .path("path")
                                .stringValue());
        assertThat(call.getBodyAsString()).isEmpty();
        assertThat(call.getHeader("Authorization")).isEqualTo("Bearer " + PlayedTenant.KEY);
        assertThat(call.getHeader("X-Atlan-Request-Id")).matches(Guid.FORM);
    }

    @Test
    void tellsWhatWasArchivedAndItsNeighbours() {
        tenant.answers(recorded("table-archive-one"));

        Committed answer = (Committed) archive(T1);

        assertThat(answer.deleted())
                .containsExactly(new Header(
                        T1,
                        "Table",
                        "default/snowflake/1700000004/DB/S/T1",
                        "T1",
                        Instant.ofEpochMilli(1795294194236L),
                        45));
        assertThat(answer.updated()).extracting(Header::guid).containsExactly(SCHEMA);
        assertThat(answer.updated().getFirst().attributes()).isEqualTo(2);
    }

    @Test
    void tellsWhatAGlossaryTookAlong() {
        tenant.answers(recorded("glossary-archive"));

        Committed answer = (Committed) archive(new Guid("96839e7c-d0db-4827-840b-babd305a8e6b"));

        assertThat(answer.deleted())
                .extracting(Header::typeName)
                .containsExactly("AtlasGlossary", "AtlasGlossaryTerm", "AtlasGlossaryTerm");
    }

    @Test
    void understandsThatNothingWasArchived() {
        tenant.answers(recorded("delete-unknown"));

        RestoreAnswer answer = archive(T0);

        assertThat(answer).isEqualTo(new Committed(List.of(), List.of(), List.of(), Map.of(), tenant.lastRequestId()));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet(
                        "forbidden, named in the message",
                        error(403, "ATLAS-403-00-001", "x is not authorized to perform delete entity: guid=" + T1),
                        Kind.FORBIDDEN_BY_ATLAN,
                        T1),
                argumentSet(
                        "forbidden, naming nobody",
                        error(403, "ATLAS-403-00-001", "no"),
                        Kind.FORBIDDEN_BY_ATLAN,
                        null),
                argumentSet(
                        "blamed by entityGuid",
                        answer(
                                400,
                                "{\"errorCode\":\"ATLAS-400-00-000\",\"errorMessage\":\"no\",\"entityGuid\":\"%s\"}"
                                        .formatted(T0)),
                        Kind.UPSTREAM_ERROR,
                        T0),
                argumentSet("not supported", error(409, "ATLAS-409-00-015", "no"), Kind.UPSTREAM_ERROR, null),
                argumentSet("naming both", error(409, "ATLAS-409-00-015", T0 + " " + T1), Kind.UPSTREAM_ERROR, null),
                argumentSet("token", recorded("wrong-token"), Kind.UPSTREAM_UNAUTHENTICATED, null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void tellsWhyAtlanRefusedAndWhomItBlames(ResponseDefinitionBuilder refusal, Kind kind, @Nullable Guid culprit) {
        tenant.answers(refusal);

        Rejected rejected = (Rejected) archive(T0, T1);

        assertThat(rejected.reason().kind()).isEqualTo(kind);
        assertThat(rejected.reason().detail()).doesNotContain("restore");
        assertThat(rejected.culprit()).isEqualTo(culprit);
        assertThat(tenant.calls()).hasSize(1);
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                argumentSet("HTML 200", html(200), false),
                argumentSet("HTML 500", html(500), false),
                argumentSet("HTML 504", html(504), false),
                argumentSet("nonsense", answer(200, "{\"mutatedEntities\":[]}"), false),
                argumentSet("conflict", recorded("restore-conflict"), true),
                argumentSet("dropped", answer(200, "{}").withFault(Fault.EMPTY_RESPONSE), false));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    void sendsNothingTwiceThatMayHaveBeenDone(ResponseDefinitionBuilder lost, boolean conflict) {
        tenant.alwaysAnswers(lost);

        Unanswered unanswered = (Unanswered) archive(T0);

        assertThat(unanswered.conflict()).isEqualTo(conflict);
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void sendsNothingTwiceThatIsAnsweredTooLate() {
        slowTenant.alwaysAnswers(recorded("delete-unknown").withFixedDelay(5_000));

        assertThat(archive(slowTenant, T0)).isInstanceOf(Unanswered.class);
        assertThat(slowTenant.calls()).hasSize(1);
    }

    @Test
    void triesAgainWhatWasTurnedAway() {
        tenant.answers(html(429).withHeader("Retry-After", "1"), recorded("table-archive-one"));

        assertThat(archive(T1)).isInstanceOf(Committed.class);
        assertThat(tenant.calls()).hasSize(2);
    }

    @Test
    void sendsNothingThatWasVerifiedTooLongAgo() {
        tenant.time().of(Duration.ofSeconds(11));

        assertThat(archive(T0)).isInstanceOf(NeverSent.class);
        assertThat(tenant.calls()).isEmpty();
    }

    private RestoreAnswer archive(Guid... guids) {
        return archive(tenant, guids);
    }

    private static RestoreAnswer archive(PlayedTenant tenant, Guid... guids) {
        return tenant.catalog()
                .archive(Arrays.stream(guids)
                        .map(RestorableAssetFixtures::anyArchivableAsset)
                        .toList());
    }
}
