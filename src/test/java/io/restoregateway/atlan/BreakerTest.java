package io.restoregateway.atlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.UpstreamError;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class BreakerTest {

    private static final UpstreamError ERROR = new UpstreamError(0, null, "any", null, null);

    private static final UpstreamError UNAUTHENTICATED = new UpstreamError(401, null, "any", null, null);

    private static final Answer GOOD = new Answer.Told(JsonNodeFactory.instance.objectNode(), "any");

    private static final Answer AWAY = new Answer.MayHaveActed(ERROR, false, true);

    private final TickingTime time = new TickingTime();

    private final Breaker breaker = of(4);

    private final AtlanHealth health = new AtlanHealth(breaker, time);

    private Breaker of(int window) {
        return Breaker.of(
                CircuitBreakerRegistry.ofDefaults(),
                new AtlanProperties.CircuitBreaker(window, new BigDecimal("0.5"), Duration.ofSeconds(10)),
                time);
    }

    private void calls(Answer... answers) {
        for (Answer answer : answers) {
            breaker.enter();
            health.heard(answer);
            breaker.leave(answer);
        }
    }

    private CatalogException refused() {
        return catchThrowableOfType(CatalogException.class, breaker::enter);
    }

    @Test
    void leavesAloneWhatDoesNotAnswerAndSaysForHowLong() {
        calls(GOOD, AWAY, GOOD, AWAY);

        CatalogException refused = refused();
        assertThat(refused.trouble()).isEqualTo(CatalogException.Trouble.UNAVAILABLE);
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(10));
        assertThat(health.health().getStatus()).isEqualTo(AtlanHealth.DEGRADED);

        time.of(Duration.ofSeconds(4));
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aFewFindOutWhetherItIsBack() {
        calls(AWAY, AWAY, AWAY, AWAY);
        time.of(Duration.ofSeconds(11));

        breaker.enter();
        breaker.enter();
        breaker.enter();
        assertThat(refused().retryAfter()).isEqualTo(Duration.ofSeconds(1));
        breaker.leave(GOOD);
        breaker.leave(GOOD);
        breaker.leave(GOOD);

        calls(GOOD, GOOD, GOOD, GOOD, GOOD);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void isLeftAloneAgainWhenItIsNot() {
        calls(AWAY, AWAY, AWAY, AWAY);
        time.of(Duration.ofSeconds(11));
        calls(AWAY, AWAY, GOOD);

        assertThat(refused().retryAfter()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aCallThatWasNeverMadeTellsNothing() {
        calls(AWAY, AWAY, AWAY, AWAY);
        time.of(Duration.ofSeconds(11));
        for (int i = 0; i < 10; i++) {
            breaker.enter();
            breaker.leave(null);
        }

        calls(GOOD, GOOD, GOOD, GOOD);
    }

    @Test
    void whatTheGatewayGaveUpItselfTellsNothing() {
        Answer givenUp = new Answer.NeverLeft(ERROR, false);
        for (int i = 0; i < 20; i++) {
            calls(givenUp);
        }
        assertThat(breaker.isClosed()).isTrue();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void whatWasFoundOutLongAgoTellsNothingOfNow() {
        calls(AWAY, AWAY, AWAY, AWAY);
        assertThat(health.health().getStatus()).isEqualTo(AtlanHealth.DEGRADED);

        time.of(Duration.ofSeconds(61));
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    static Stream<Answer> heard() {
        return Stream.of(
                GOOD,
                new Answer.Refused(ERROR),
                new Answer.Throttled(ERROR, Duration.ofSeconds(1)),
                new Answer.TooLarge(ERROR),
                new Answer.MayHaveActed(ERROR, true, false));
    }

    @ParameterizedTest
    @MethodSource("heard")
    void whateverAtlanAnswersItIsThere(Answer answer) {
        for (int i = 0; i < 20; i++) {
            calls(answer);
        }
        assertThat(breaker.isClosed()).isTrue();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    static Stream<Answer> unheard() {
        return Stream.of(AWAY, new Answer.NeverLeft(ERROR, true), new Answer.Maintenance(ERROR, Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @MethodSource("unheard")
    void isAwayWithoutAnAnswer(Answer answer) {
        calls(answer, answer, answer);
        assertThat(health.health().getStatus()).isEqualTo(AtlanHealth.DEGRADED);
        calls(answer);
        assertThatThrownBy(breaker::enter).isInstanceOf(CatalogException.class);
    }

    @Test
    void aTokenThatIsRefusedIsNoHealth() {
        calls(new Answer.Refused(UNAUTHENTICATED));
        assertThat(health.health().getStatus()).isEqualTo(AtlanHealth.DEGRADED);
        assertThat(health.health().getDetails().toString()).contains("does not accept the gateway's API key");

        calls(GOOD);
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
    }

    @Test
    void aWindowOfNothingSwitchesItOff() {
        Breaker off = of(0);
        for (int i = 0; i < 100; i++) {
            off.enter();
            off.leave(AWAY);
        }
        assertThat(off.isClosed()).isTrue();
    }

    @Test
    void asLongAsNoCallIsMadeItIsDegradedHoweverLongThatIs() {
        Breaker patient = Breaker.of(
                CircuitBreakerRegistry.ofDefaults(),
                new AtlanProperties.CircuitBreaker(4, new BigDecimal("0.5"), Duration.ofMinutes(5)),
                time);
        AtlanHealth of = new AtlanHealth(patient, time);
        for (int i = 0; i < 4; i++) {
            patient.enter();
            of.heard(AWAY);
            patient.leave(AWAY);
        }

        time.of(Duration.ofMinutes(4));
        assertThat(of.health().getStatus()).isEqualTo(AtlanHealth.DEGRADED);
        time.of(Duration.ofMinutes(2));
        assertThat(of.health().getStatus().getCode()).isEqualTo("UP");
    }
}
