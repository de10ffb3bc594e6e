package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.entities;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadFaultTest {

    private static final Guid A = guid(1);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientIsImpatient();

    static Stream<Arguments> answersThatAreFinal() {
        return Stream.of(
                argumentSet("401", recorded("unauthenticated"), Trouble.UNAUTHENTICATED),
                argumentSet("401 of the edge", html(401), Trouble.UNAUTHENTICATED),
                argumentSet("400 {error}", recorded("malformed-json"), Trouble.ERROR),
                argumentSet("400 with code", recorded("unknown-type"), Trouble.ERROR),
                argumentSet("404 with another code", recorded("unknown-guid"), Trouble.ERROR),
                argumentSet("409", Wire.error(409, "ATLAS-409-00-015", "no"), Trouble.ERROR),
                argumentSet("414 of the edge", html(414), Trouble.ERROR),
                argumentSet("redirect", html(302).withHeader("Location", "/elsewhere"), Trouble.ERROR),
                argumentSet("308", html(308).withHeader("Location", "/elsewhere"), Trouble.ERROR));
    }

    static Stream<Arguments> answersThatAreWorthAnotherTry() {
        String whole = "{\"entities\":[" + table(A) + "]}";
        return Stream.of(
                argumentSet("500 with causes", recorded("restore-conflict"), Trouble.ERROR),
                argumentSet("500 of the edge", html(500), Trouble.ERROR),
                argumentSet("502", html(502), Trouble.UNAVAILABLE),
                argumentSet("503", html(503), Trouble.UNAVAILABLE),
                argumentSet("504", html(504), Trouble.UNAVAILABLE),
                argumentSet("maintenance", Wire.error(503, "ATLAS-503-00-001", "wait"), Trouble.UNAVAILABLE),
                argumentSet("408 of the edge", html(408), Trouble.ERROR),
                argumentSet("200 with HTML", html(200), Trouble.ERROR),
                argumentSet("200 truncated", answer(200, whole.substring(0, 300)), Trouble.ERROR),
                argumentSet("200 twice", answer(200, whole + whole), Trouble.ERROR),
                argumentSet("200 with a key twice", answer(200, "{\"entities\":[],\"entities\":[]}"), Trouble.ERROR),
                argumentSet("200 empty", answer(200, ""), Trouble.ERROR),
                argumentSet("202", answer(202, whole), Trouble.ERROR),
                argumentSet("204", html(204), Trouble.ERROR));
    }

    @ParameterizedTest
    @MethodSource("answersThatAreFinal")
    void asksOnce(ResponseDefinitionBuilder answer, Trouble trouble) {
        tenant.alwaysAnswers(answer);

        CatalogException exception = find();

        assertThat(exception.trouble()).isEqualTo(trouble);
        assertThat(exception.upstream().requestId())
                .isEqualTo(tenant.calls().getFirst().getHeader("X-Atlan-Request-Id"));
        assertThat(tenant.calls()).hasSize(1);
        assertThat(tenant.time().passed()).isZero();
    }

    @ParameterizedTest
    @MethodSource("answersThatAreWorthAnotherTry")
    void asksAgainAFewTimes(ResponseDefinitionBuilder answer, Trouble trouble) {
        tenant.alwaysAnswers(answer);

        CatalogException exception = find();

        assertThat(exception.trouble()).isEqualTo(trouble);
        assertThat(tenant.calls()).hasSize(3);
        assertThat(tenant.time().passed()).isBetween(Duration.ofMillis(125 + 250), Duration.ofMillis(375 + 750));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void asksAgainWhenTheConnectionBreaks(Fault fault) {
        tenant.alwaysAnswers(answer(200, "").withFault(fault));

        CatalogException exception = find();

        assertThat(exception.trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(exception.upstream().status()).isZero();
        assertThat(tenant.calls()).hasSize(3);
    }

    @Test
    void isContentWithALaterAnswer() {
        tenant.answers(html(503), answer(200, "").withFault(Fault.CONNECTION_RESET_BY_PEER), entities(table(A)));

        assertThat(tenant.catalog().find(List.of(A), true)).containsKey(A);

        assertThat(tenant.calls()).hasSize(3);
    }

    @Test
    void givesUpOnAnswersThatAreLate() {
        tenant.alwaysAnswers(entities(table(A)).withFixedDelay(5_000));

        CatalogException exception = find();

        assertThat(exception.trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(exception.upstream().errorMessage()).isEqualTo("No answer in time");
        assertThat(tenant.calls()).hasSize(3);
    }

    @Test
    void givesUpOnAnswersThatDrip() {
        tenant.alwaysAnswers(entities(table(A)).withChunkedDribbleDelay(100, 20_000));

        CatalogException exception = find();

        assertThat(exception.trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(exception.upstream().errorMessage()).isEqualTo("No answer in time");
        assertThat(tenant.calls()).hasSize(3);
    }

    @Test
    void saysWhenMaintenanceMayBeOver() {
        tenant.alwaysAnswers(Wire.error(503, "ATLAS-503-00-001", "wait").withHeader("Retry-After", "17"));

        assertThat(find().retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void saysThatNobodyIsThere() {
        CatalogException exception = catchThrowableOfType(
                CatalogException.class,
                () -> new AtlanTenant(tenant.lineTo("http://localhost:1"), 300)
                        .reserve(1)
                        .find(List.of(A), true));

        assertThat(exception.trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(exception).hasMessage("Atlan cannot be reached");
        assertThat(tenant.time().passed()).isPositive();
    }

    @Test
    void saysThatTheOtherSideSpeaksNoTls() {
        String https = tenant.url().replace("http:", "https:");

        CatalogException exception = catchThrowableOfType(
                CatalogException.class,
                () -> new AtlanTenant(tenant.lineTo(https), 300).reserve(1).find(List.of(A), true));

        assertThat(exception).hasMessage("Atlan cannot be reached");
    }

    private CatalogException find() {
        return catchThrowableOfType(
                CatalogException.class, () -> tenant.catalog().find(List.of(A), true));
    }
}
