package io.restoregateway.atlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two replicas with people and jobs, of ten calls a minute of which jobs may make eight. */
@ParameterizedClass
@EnumSource(Bookkeeping.class)
class SharedBudgetTest {

    private static final CallLimits LIMITS = new CallLimits(10, 8, Duration.ofSeconds(70));

    private static final UpstreamError ENOUGH = new UpstreamError(429, "code\0", "enough \ud83d", "guid", "id");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Parameter
    Bookkeeping bookkeeping;

    private final TickingTime time = new TickingTime();

    private Bookkeeping.Books books;

    private CallBudget people;

    private CallBudget jobs;

    private CallBudget otherPeople;

    private CallBudget otherJobs;

    @BeforeEach
    void open() {
        books = bookkeeping.open(LIMITS, time);
        Places one = books.ofAReplica();
        Places other = books.ofAReplica();
        people = budget(CallKind.INTERACTIVE, one, PATIENCE, time);
        jobs = budget(CallKind.BACKGROUND, one, PATIENCE, time);
        otherPeople = budget(CallKind.INTERACTIVE, other, PATIENCE, time);
        otherJobs = budget(CallKind.BACKGROUND, other, PATIENCE, time);
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aCallOfOneReplicaIsMissingAtTheOther() {
        use(people, 7);

        assertThat(exhaustion(otherPeople, 4).retryAfter()).isEqualTo(Duration.ofSeconds(60));
        assertThat(time.passed()).isZero();
        otherPeople.reserve(3).close();
    }

    @Test
    void aGateClosedByOneReplicaIsClosedForAllAndSaysWhy() {
        CallBudget.Reservation begun = otherJobs.reserve(2);

        people.close(Duration.ofSeconds(40), ENOUGH);

        CatalogException told = exhaustion(otherPeople, 1);
        assertThat(told.retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(told.upstream().status()).isEqualTo(429);
        assertThat(told.upstream().errorMessage()).startsWith("enough ");
        assertThat(catchThrowableOfType(CatalogException.class, () -> begun.take(otherJobs.deadline()))
                        .trouble())
                .isEqualTo(Trouble.BUDGET_EXHAUSTED);
        assertThat(time.passed()).isZero();
    }

    @Test
    void jobsLeaveAShareToPeople() {
        use(jobs, 5);
        CallBudget.Reservation held = otherJobs.reserve(3);

        assertThat(exhaustion(otherJobs, 1).trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
        assertThat(catchThrowableOfType(CatalogException.class, () -> held.secure(4, time.instant())))
                .isNotNull();
        Duration waited = time.passed();

        use(people, 1);
        use(otherPeople, 1);
        assertThat(time.passed()).isEqualTo(waited);
    }

    @Test
    void peopleMayUseWhatJobsDoNot() {
        use(people, 10);

        assertThat(exhaustion(jobs, 1).retryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aJobThatNeedsMoreThanItsShareIsToldSo() {
        assertThat(exhaustion(jobs, 9))
                .hasMessage(
                        "The job needs 9 calls to Atlan, and gateway.atlan.interactive-share leaves 8 a minute to jobs");
    }

    @Test
    void aJobIsToldWhenItsShareIsFreeNotWhenTheBudgetIs() {
        use(jobs, 8);
        time.of(Duration.ofSeconds(10));
        use(people, 2);

        assertThat(exhaustion(jobs, 1).retryAfter()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void whatADeadReplicaHeldBecomesFreeAMinuteAfterItsLongestCall() {
        assertThat(people.reserve(4).take(time.instant())).isNotNull();
        assertThat(people.reserve(6)).isNotNull();

        time.of(Duration.ofSeconds(70 + 59));
        assertThat(exhaustion(otherPeople, 1)).isNotNull();

        time.of(Duration.ofSeconds(5));
        use(otherPeople, 10);
    }

    @Test
    void aReservationInUseDoesNotLapse() {
        CallBudget.Reservation reservation = people.reserve(10);
        for (int call = 0; call < 4; call++) {
            time.of(Duration.ofSeconds(100));
            reservation.take(time.instant()).unused();
        }

        assertThat(exhaustion(otherPeople, 1)).isNotNull();
    }

    @Test
    void aReservationThatLapsedMustCompeteAgain() {
        CallBudget.Reservation late = people.reserve(10);
        CallBudget.Place underWay = late.take(time.instant());
        time.of(Duration.ofMinutes(3));
        CallBudget.Reservation other = otherPeople.reserve(10);

        assertThat(catchThrowableOfType(CatalogException.class, () -> late.take(time.instant())))
                .isNotNull();

        other.close();
        late.take(time.instant()).spent();
        underWay.spent();
        late.close();
        use(otherPeople, 8);
        assertThat(exhaustion(otherPeople, 1)).isNotNull();
    }

    @Test
    void aCallMayNotLeaveWhenItsPlaceMayBeFreeAgain() {
        assertThat(people.reserve(1).take(time.instant()).leaveBefore())
                .isEqualTo(time.instant().plus(LIMITS.longestCall()));
    }

    @Test
    void jobsStandBackWhileAPersonWaitsAtAnotherReplica() {
        CallBudget.Reservation half = people.reserve(5);
        CallBudget.Reservation otherHalf = people.reserve(5);
        CallBudget hasty = budget(CallKind.BACKGROUND, books.ofAReplica(), Duration.ZERO, time);
        List<CatalogException> refused = new ArrayList<>();
        List<Runnable> meanwhile =
                new ArrayList<>(List.of(half::close, () -> refused.add(exhaustion(hasty, 1)), otherHalf::close));
        CallBudget waiting = budget(CallKind.INTERACTIVE, books.ofAReplica(), PATIENCE, pause -> {
            time.of(pause);
            meanwhile.removeFirst().run();
        });

        waiting.reserve(10).close();

        assertThat(refused).hasSize(1).doesNotContainNull();
        hasty.reserve(1).close();
    }

    @Test
    void whoDiedWaitingHoldsNobodyUpForLong() {
        CallBudget.Reservation most = people.reserve(6);
        CallBudget dying = budget(CallKind.INTERACTIVE, books.ofAReplica(), PATIENCE, pause -> {
            throw new IllegalStateException("died");
        });
        assertThatThrownBy(() -> dying.reserve(5)).hasMessage("died");

        otherPeople.reserve(4).close();

        assertThat(time.passed()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_050));
        most.close();
    }

    private void use(CallBudget budget, int calls) {
        try (CallBudget.Reservation reservation = budget.reserve(calls)) {
            Stream.generate(() -> reservation.take(time.instant()))
                    .limit(calls)
                    .toList()
                    .forEach(CallBudget.Place::spent);
        }
    }

    private static CatalogException exhaustion(CallBudget budget, int calls) {
        return catchThrowableOfType(CatalogException.class, () -> budget.reserve(calls));
    }

    private CallBudget budget(CallKind kind, Places places, Duration patience, Pause pause) {
        return new CallBudget(new CallBudget.Terms(kind, LIMITS, patience), places, time, pause);
    }
}
