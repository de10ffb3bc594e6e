package io.restoregateway.atlan;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.error;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.restore.RestoreOutcome;
import io.restoregateway.restore.RestoreSettings;
import io.restoregateway.restore.TypeName;
import io.restoregateway.restore.Warning;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule and the adapter together over the wire: what a write's answer, or the lack of one, comes to. */
class RestoreOverTheWireTest {

    private static final Guid A = Wire.guid(1);

    private static final String BULK = "/base/api/meta/entity/bulk";

    private static final String ACTIVE = "active";

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientIsImpatient();

    static Stream<Arguments> lostAnswers() {
        return Stream.of(
                Arguments.of("timeout", restored().withFixedDelay(5_000)),
                Arguments.of("reset", restored().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("closed", restored().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("garbage", restored().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("broken off", restored().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("truncated", answer(200, "{\"mutatedEntities\":{\"UPD")),
                Arguments.of("not JSON", html(200)),
                Arguments.of("HTML 500", html(500)),
                Arguments.of("HTML 502", html(502)),
                Arguments.of("HTML 503", html(503)),
                Arguments.of("HTML 504", html(504)),
                Arguments.of("conflict", Wire.recorded("restore-conflict")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void aLostAnswerToAWriteThatWasDoneIsSettledByReading(String name, ResponseDefinitionBuilder lost) {
        plays(Scenario.STARTED, lost, ACTIVE);

        assertThat(warnings(restore())).contains(Warning.Code.CHANGED_MEANWHILE);
        assertThat(writes()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void aWriteThatWasNotDoneIsSentAgain(String name, ResponseDefinitionBuilder lost) {
        plays(Scenario.STARTED, lost, "lost");
        plays("lost", restored(), ACTIVE);

        assertThat(restore()).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(writes()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lostAnswers")
    void aWriteThatIsNeverAnsweredStaysUnconfirmed(String name, ResponseDefinitionBuilder lost) {
        plays(Scenario.STARTED, lost, Scenario.STARTED);

        assertThat(restore()).isInstanceOf(RestoreOutcome.Unconfirmed.class);
        assertThat(writes()).isEqualTo(3);
    }

    @Test
    void aLateCommitIsWaitedFor() {
        plays(Scenario.STARTED, html(504), "looked at 0 times");
        for (int looks = 0; looks < 4; looks++) {
            tenant.plays(get(urlPathEqualTo(BULK))
                    .inScenario("asset")
                    .whenScenarioStateIs("looked at " + looks + " times")
                    .willSetStateTo(looks == 3 ? ACTIVE : "looked at " + (looks + 1) + " times")
                    .willReturn(entities(table(A))));
        }

        assertThat(restore()).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(writes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "404, ATLAS-404-00-00A",
        "404, ATLAS-404-00-007",
        "400, ATLAS-400-00-014",
        "400, ATLAS-400-00-021",
        "400, ATLAS-400-00-114",
        "403, ATLAS-403-00-001",
        "409, ATLAS-409-00-015",
        "401, ANY"
    })
    void aRefusalIsFinal(int status, String code) {
        plays(Scenario.STARTED, error(status, code, "any message"), Scenario.STARTED);

        assertThat(restore()).isInstanceOf(RestoreOutcome.Failed.class);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void a429ThatPassesIsWaitedFor() {
        plays(Scenario.STARTED, html(429).withHeader("Retry-After", "2"), "open");
        plays("open", restored(), ACTIVE);

        assertThat(restore()).isInstanceOf(RestoreOutcome.Restored.class);
        assertThat(writes()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120"})
    void a429ThatStaysIsTheRequestsProblem(String retryAfter) {
        plays(
                Scenario.STARTED,
                retryAfter.isEmpty() ? html(429) : html(429).withHeader("Retry-After", retryAfter),
                Scenario.STARTED);

        CatalogException trouble = catchThrowableOfType(CatalogException.class, this::restore);

        assertThat(trouble.trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
        assertThat(trouble.retryAfter()).hasSeconds(retryAfter.isEmpty() ? 60 : 120);
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void maintenanceIsTheRequestsProblem() {
        plays(Scenario.STARTED, error(503, "ATLAS-503-00-001", "maintenance"), Scenario.STARTED);

        CatalogException trouble = catchThrowableOfType(CatalogException.class, this::restore);

        assertThat(trouble.trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(writes()).isEqualTo(3);
    }

    /** In that state of the asset, a write gets that answer, and leads to the next state; only the last one is active. */
    private void plays(String state, ResponseDefinitionBuilder answer, String next) {
        tenant.plays(
                post(urlPathEqualTo("/base/api/meta/search/indexsearch")).willReturn(Wire.hits()),
                get(urlPathEqualTo(BULK))
                        .inScenario("asset")
                        .whenScenarioStateIs(state)
                        .willReturn(entities(table(A))),
                get(urlPathEqualTo(BULK))
                        .inScenario("asset")
                        .whenScenarioStateIs(ACTIVE)
                        .willReturn(entities(table(A).replace("DELETED", "ACTIVE"))),
                post(urlPathEqualTo(BULK))
                        .inScenario("asset")
                        .whenScenarioStateIs(state)
                        .willSetStateTo(next)
                        .willReturn(answer));
    }

    /** The answer to a restore of the very state that was read. */
    private static ResponseDefinitionBuilder restored() {
        return answer(200, "{\"mutatedEntities\":{\"UPDATE\":[%s]},\"guidAssignments\":{}}".formatted(table(A)));
    }

    private RestoreOutcome restore() {
        RestoreAssets rule = new RestoreAssets(
                new AtlanTenant(tenant.line(), 300), tenant.time(), tenant.time(), _ -> {}, RestoreSettings.DEFAULT);
        AssetIdentity identity = new AssetIdentity(
                new TypeName("Table"), new QualifiedName("default/snowflake/1700000004/DB/S/" + A), A);
        return rule.restore(List.of(AssetClaim.of(identity)), RestoreOptions.DEFAULT)
                .getFirst();
    }

    private static Stream<Warning.Code> warnings(RestoreOutcome outcome) {
        assertThat(outcome).isInstanceOf(RestoreOutcome.Restored.class);
        return ((RestoreOutcome.Restored) outcome).warnings().stream().map(Warning::code);
    }

    private long writes() {
        return tenant.calls().stream()
                .filter(call ->
                        call.getMethod().value().equals("POST") && call.getUrl().startsWith(BULK))
                .count();
    }
}
