package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.atlan.Wire.table;
import static io.restoregateway.restore.RestorableAssetFixtures.anyVerifiedAsset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final Guid A = guid(1);

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "0, 6",
        "-5, 60",
        ", 60",
        "soon, 60",
        "99999999999999999999999, 300",
        "100000, 300",
        "'Sat, 21 Nov 2026 10:01:30 GMT', 90",
        "'Sun, 21 Nov 2027 10:01:30 GMT', 300",
        "'Sat, 99 Nov 2026 10:01:30 GMT', 60",
    })
    void closesForAllUntilAtlanSaidWithinBounds(@Nullable String header, int seconds) {
        tenant.alwaysAnswers(header == null ? html(429) : html(429).withHeader("Retry-After", header));
        Catalog other = tenant.catalog();

        CatalogException exception = find(tenant.catalog());

        if (seconds == 6) { // opens at once, so that all attempts are made; three times one second
            assertThat(exception.trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
            assertThat(tenant.calls()).hasSize(3);
            assertThat(tenant.time().passed()).isEqualTo(Duration.ofSeconds(2));
        } else {
            assertThat(exception.trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
            assertThat(exception.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
            assertThat(exception.upstream().status()).isEqualTo(429);
            assertThat(find(other).trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
            assertThat(catchThrowableOfType(CatalogException.class, () -> tenant.catalog())
                            .retryAfter())
                    .isEqualTo(Duration.ofSeconds(seconds));
            assertThat(tenant.calls()).hasSize(1);
            assertThat(tenant.time().passed()).isZero();
        }
    }

    @Test
    void readsAgainWhenTheGateOpensInTime() {
        tenant.answers(html(429).withHeader("Retry-After", "4"), entities(table(A)));

        assertThat(tenant.catalog().find(List.of(A), true)).containsKey(A);

        assertThat(tenant.time().passed()).isEqualTo(Duration.ofSeconds(4));
        assertThat(tenant.calls()).hasSize(2);
    }

    @Test
    void writesAgainWhenTheGateOpensInTime() {
        tenant.answers(html(429).withHeader("Retry-After", "4"), recorded("restore-three"));

        assertThat(restore()).isInstanceOf(Committed.class);

        assertThat(tenant.time().passed()).isEqualTo(Duration.ofSeconds(4));
        assertThat(tenant.calls()).hasSize(2);
    }

    @Test
    void doesNotWriteLaterThanThat() {
        tenant.alwaysAnswers(html(429).withHeader("Retry-After", "3"));

        NeverSent answer = (NeverSent) restore();

        assertThat(answer.cause().trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
        assertThat(tenant.calls()).hasSize(2);
        assertThat(tenant.time().passed()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void doesNotWaitForTheGateUntilTheVerificationIsStale() {
        tenant.answers(html(429).withHeader("Retry-After", "4"), recorded("restore-three"));
        tenant.time().of(Duration.ofSeconds(7));

        assertThat(restore()).isInstanceOf(NeverSent.class);

        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void neverSendsOnAStaleVerification() {
        tenant.alwaysAnswers(recorded("restore-three"));
        tenant.time().of(Duration.ofMillis(10_001));

        assertThat(restore()).isInstanceOf(NeverSent.class);

        assertThat(tenant.calls()).isEmpty();
    }

    @Test
    void tellsThatTheWriteWasNotSentWhenTheGateStaysClosed() {
        tenant.alwaysAnswers(html(429));

        NeverSent answer = (NeverSent) restore();

        assertThat(answer.cause().trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
        assertThat(answer.cause().retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void writesAgainAfterMaintenance() {
        tenant.answers(maintenance(), maintenance(), recorded("restore-three"));

        assertThat(restore()).isInstanceOf(Committed.class);

        assertThat(tenant.calls()).hasSize(3);
        assertThat(tenant.time().passed()).isPositive();
    }

    @Test
    void tellsThatTheWriteWasNotSentWhileMaintenanceGoesOn() {
        tenant.alwaysAnswers(maintenance().withHeader("Retry-After", "40"));

        NeverSent answer = (NeverSent) restore();

        assertThat(answer.cause().trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(answer.cause().retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(tenant.calls()).hasSize(3);
    }

    @Test
    void stopsAtTheFirstWriteThatMayHaveBeenDone() {
        tenant.answers(maintenance(), html(502), recorded("restore-three"));

        assertThat(restore()).isInstanceOf(RestoreAnswer.Unanswered.class);

        assertThat(tenant.calls()).hasSize(2);
    }

    @Test
    void triesAWriteAgainThatNeverLeft() {
        Catalog nobody = new AtlanTenant(tenant.lineTo("http://localhost:1"), 300).reserve(1);

        NeverSent answer = (NeverSent) nobody.restore(List.of(anyVerifiedAsset(A)));

        assertThat(answer.cause().trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(tenant.time().passed()).isBetween(Duration.ofMillis(375), Duration.ofMillis(1_125));
    }

    private static ResponseDefinitionBuilder maintenance() {
        return answer(503, "{\"errorCode\":\"ATLAS-503-00-001\",\"errorMessage\":\"in maintenance\"}");
    }

    private RestoreAnswer restore() {
        return tenant.catalog().restore(List.of(anyVerifiedAsset(A)));
    }

    private static CatalogException find(Catalog catalog) {
        return catchThrowableOfType(CatalogException.class, () -> catalog.find(List.of(A), true));
    }
}
