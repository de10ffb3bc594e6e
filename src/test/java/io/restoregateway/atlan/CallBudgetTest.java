package io.restoregateway.atlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Bookkeeping.class)
class CallBudgetTest {

    private static final Duration WAIT = Duration.ofSeconds(5);

    private static final UpstreamError ENOUGH = new UpstreamError(429, null, "enough", null, "id");

    /** Many threads push the clock, so that a thread that has to wait for the processor makes long calls. */
    private static final Duration LONGEST_CALL = Duration.ofDays(1);

    @Parameter
    Bookkeeping bookkeeping;

    private final TickingTime time = new TickingTime();

    private Bookkeeping.Books books;

    @AfterEach
    void close() {
        if (books != null) {
            books.close();
        }
    }

    @Test
    void holdsThePlaceOfACallUntilAMinuteAfterItsEnd() {
        CallBudget budget = budgetOf(1);
        CallBudget.Place place = budget.reserve(1).take(time.instant());
        time.of(Duration.ofSeconds(90));
        place.spent();

        assertThat(exhaustion(budget, 1).retryAfter()).isEqualTo(Duration.ofMinutes(1));

        time.of(Duration.ofMillis(59_999));
        assertThat(catchThrowableOfType(CatalogException.class, () -> budget.reserve(1)))
                .isNull();
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(90 + 60));
    }

    @Test
    void reservesAllOrNothing() {
        CallBudget budget = budgetOf(5);
        CallBudget.Reservation first = budget.reserve(3);

        assertThat(exhaustion(budget, 3).trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
        assertThat(time.passed()).isEqualTo(WAIT);

        budget.reserve(2).close();
        first.close();
        budget.reserve(5).close();
        assertThat(time.passed()).isEqualTo(WAIT);
    }

    @Test
    void reservesAgainWhatWasUsedUp() {
        CallBudget budget = budgetOf(6);
        CallBudget.Reservation reservation = budget.reserve(4);
        IntStream.range(0, 3).forEach(_ -> reservation.take(time.instant()).spent());

        reservation.secure(2, time.instant());
        CallBudget.Reservation other = budget.reserve(1);

        assertThatThrownBy(() -> reservation.secure(3, time.instant())).isInstanceOf(CatalogException.class);
        reservation.close();
        other.close();
        budget.reserve(3).close();
        assertThat(time.passed()).isZero();
    }

    @Test
    void givesBackWhatWasNotCalled() {
        CallBudget budget = budgetOf(3);
        try (CallBudget.Reservation reservation = budget.reserve(3)) {
            reservation.take(time.instant()).spent();
        }

        budget.reserve(2).close();

        assertThat(time.passed()).isZero();
        assertThat(exhaustion(budget, 3).retryAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void refusesAtOnceWhenWaitingIsInVain() {
        CallBudget budget = budgetOf(1);
        budget.reserve(1).take(time.instant()).spent();

        assertThat(exhaustion(budget, 1)).hasMessage("The tenant's budget of 1 calls a minute is spent for now");

        assertThat(time.passed()).isZero();
    }

    @Test
    void waitsForAPlaceThatIsFreeSoon() {
        CallBudget budget = budgetOf(1);
        budget.reserve(1).take(time.instant()).spent();
        time.of(Duration.ofSeconds(56));

        budget.reserve(1);

        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void doesNotCountWhatNeverLeft() {
        CallBudget budget = budgetOf(2);
        CallBudget.Reservation reservation = budget.reserve(1);
        reservation.take(time.instant()).unused();
        reservation.take(time.instant()).unused();
        CallBudget.Place late = reservation.take(time.instant());
        reservation.close();
        late.unused();

        budget.reserve(2).close();

        assertThat(time.passed()).isZero();
    }

    @Test
    void letsARequestThatBeganCallMoreThanItReserved() {
        CallBudget budget = budgetOf(3);
        CallBudget.Reservation reservation = budget.reserve(1);
        reservation.take(time.instant()).spent();
        reservation.take(time.instant()).spent();
        reservation.take(time.instant()).spent();

        CatalogException exception =
                catchThrowableOfType(CatalogException.class, () -> reservation.take(budget.deadline()));

        assertThat(exception.trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
    }

    @Test
    void saysThatARequestIsTooLargeForTheSetting() {
        CatalogException exception = exhaustion(budgetOf(3), 4);

        assertThat(exception)
                .hasMessage("The request needs 4 calls to Atlan, and gateway.atlan.calls-per-minute allows 3");
        assertThat(time.passed()).isZero();
    }

    @Test
    void closesTheGateForAllEvenWithReservedPlaces() {
        CallBudget budget = budgetOf(10);
        CallBudget.Reservation reservation = budget.reserve(4);
        budget.close(Duration.ofSeconds(30), ENOUGH);
        budget.close(Duration.ofSeconds(10), ENOUGH);
        time.of(Duration.ofMillis(500));

        CatalogException early = exhaustion(budget, 1);
        CatalogException begun =
                catchThrowableOfType(CatalogException.class, () -> reservation.take(budget.deadline()));

        assertThat(early.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(early.upstream()).isEqualTo(ENOUGH);
        assertThat(begun.retryAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(time.passed()).isEqualTo(Duration.ofMillis(500));

        time.of(Duration.ofSeconds(27));
        reservation.take(budget.deadline()).spent();
        assertThat(time.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void servesReservationsInTheirOrderAndRequestsThatBeganBeforeThem() {
        List<Runnable> meanwhile = new ArrayList<>();
        CallBudget budget = budgetOf(4, pause -> {
            time.of(pause);
            List<Runnable> now = List.copyOf(meanwhile);
            meanwhile.clear();
            now.forEach(Runnable::run);
        });
        CallBudget.Reservation begun = budget.reserve(3);
        List<CatalogException> small = new ArrayList<>();
        CallBudget impatient = new CallBudget(
                new CallBudget.Terms(CallKind.INTERACTIVE, limitsOf(4), Duration.ofSeconds(2)),
                books.ofAReplica(),
                time,
                time);
        meanwhile.add(() -> small.add(exhaustion(impatient, 1)));
        meanwhile.add(() -> begun.take(time.instant()).unused());

        CatalogException large = exhaustion(budget, 4);

        assertThat(large).isNotNull();
        assertThat(small).hasSize(1).doesNotContainNull();
        budget.reserve(1).close();
    }

    @Test
    void stopsWaitingWhenInterrupted() {
        CallBudget budget = budgetOf(1);
        budget.reserve(1);
        Thread.currentThread().interrupt();

        CatalogException exception = catchThrowableOfType(CatalogException.class, () -> budget.reserve(1));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(exception.trouble()).isEqualTo(Trouble.UNAVAILABLE);
    }

    /** Requests of random size call a server that is a random way off; it must never see more than the limit in a minute. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void neverShowsTheServerMoreInAnyMinute(long seed) throws Exception {
        Random random = new Random(seed);
        int limit = 1 + random.nextInt(20);
        CallBudget budget = budgetOf(limit);
        ConcurrentLinkedQueue<Instant> seen = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> clients = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                long own = random.nextLong();
                clients.add(() -> callManyTimes(budget, limit, new Random(own), seen));
            }
            for (Future<Void> client : executor.invokeAll(clients)) {
                client.get();
            }
        }
        assertThat(BusiestMinute.of(seen)).as("seed %d, limit %d", seed, limit).isBetween(1, limit);
    }

    private Void callManyTimes(CallBudget budget, int limit, Random random, ConcurrentLinkedQueue<Instant> seen) {
        for (int request = 0; request < 40; request++) {
            try (CallBudget.Reservation reservation = budget.reserve(1 + random.nextInt(Math.min(6, limit)))) {
                for (int call = random.nextInt(8); call > 0; call--) {
                    call(reservation.take(budget.deadline()), random, seen);
                }
            } catch (CatalogException exhausted) {
                time.of(Duration.ofMillis(random.nextInt(2_000)));
            }
        }
        return null;
    }

    private void call(CallBudget.Place place, Random random, ConcurrentLinkedQueue<Instant> seen) {
        if (random.nextInt(10) == 0) {
            place.unused();
            return;
        }
        time.of(Duration.ofMillis(random.nextInt(3_000)));
        seen.add(time.instant());
        time.of(Duration.ofMillis(random.nextInt(3_000)));
        place.spent();
    }

    private CatalogException exhaustion(CallBudget budget, int calls) {
        return catchThrowableOfType(CatalogException.class, () -> budget.reserve(calls));
    }

    private CallBudget budgetOf(int limit) {
        return budgetOf(limit, time);
    }

    private CallBudget budgetOf(int limit, Pause pause) {
        books = bookkeeping.open(limitsOf(limit), time);
        return new CallBudget(
                new CallBudget.Terms(CallKind.INTERACTIVE, limitsOf(limit), WAIT), books.ofAReplica(), time, pause);
    }

    private static CallLimits limitsOf(int limit) {
        return new CallLimits(limit, limit, LONGEST_CALL);
    }
}
