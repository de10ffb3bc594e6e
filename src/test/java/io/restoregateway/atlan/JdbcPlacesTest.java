package io.restoregateway.atlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(TestDatabases.class)
class JdbcPlacesTest {

    private static final CallLimits LIMITS = new CallLimits(30, 20, Duration.ofSeconds(70));

    private static final UpstreamError ENOUGH = new UpstreamError(429, null, "enough", null, "id");

    @Parameter
    TestDatabases databases;

    private final TickingTime time = new TickingTime();

    private TestDatabase database;

    @BeforeEach
    void open() {
        database = databases.fresh();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void doesNotJoinTheCallersTransaction() {
        CallBudget budget = budget(CallKind.INTERACTIVE, database, time);

        new TransactionTemplate(database.transactions()).executeWithoutResult(transaction -> {
            budget.reserve(30).take(time.instant()).spent();
            transaction.setRollbackOnly();
        });

        assertThat(exhaustion(budget(CallKind.INTERACTIVE, database, time), 1)).isNotNull();
    }

    @Test
    void nothingIsSentWhileTheDatabaseIsAwayAndNothingBreaks() {
        TestDatabase gone = database.ofAnotherReplica();
        CallBudget budget = budget(CallKind.INTERACTIVE, gone, time);
        CallBudget.Reservation reservation = budget.reserve(3);
        CallBudget.Place place = reservation.take(time.instant());
        gone.close();

        assertThat(exhaustion(budget, 1).trouble()).isEqualTo(Trouble.UNAVAILABLE);
        assertThat(catchThrowableOfType(CatalogException.class, () -> reservation.take(time.instant()))
                        .trouble())
                .isEqualTo(Trouble.UNAVAILABLE);
        assertThatCode(() -> {
                    place.spent();
                    budget.close(Duration.ofSeconds(30), ENOUGH);
                    reservation.close();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatAtlanSaidWhileTheDatabaseWasAwayClosesTheGateWhenItIsBack() {
        CallBudget budget = budget(CallKind.INTERACTIVE, database, time);
        database.jdbc().sql("alter table call_gate rename to call_gate_away").update();
        budget.close(Duration.ofSeconds(30), ENOUGH);
        database.jdbc().sql("alter table call_gate_away rename to call_gate").update();

        assertThat(exhaustion(budget, 1).upstream()).isEqualTo(ENOUGH);
        assertThat(exhaustion(budget(CallKind.BACKGROUND, database, time), 1).upstream())
                .isEqualTo(ENOUGH);
    }

    @Test
    void anInterruptionDoesNotLoseWhatBecameOfACall() {
        CallBudget budget = budget(CallKind.INTERACTIVE, database, time);
        CallBudget.Place place = budget.reserve(30).take(time.instant());
        Thread.currentThread().interrupt();

        place.spent();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(states()).contains("ENDED");
    }

    @Test
    void forgetsWhatIsOver() {
        CallBudget budget = budget(CallKind.INTERACTIVE, database, time);
        for (int call = 0; call < 200; call++) {
            time.of(Duration.ofSeconds(5));
            budget.reserve(1).take(time.instant()).spent();
        }

        assertThat(states()).hasSizeLessThan(40);
    }

    /** Held on to, as its gauges do not. */
    private @Nullable CallBudgetMeters meters;

    @Test
    void showsWhatIsHeldAndWhatEnded() {
        CallBudget.Reservation jobs =
                budget(CallKind.BACKGROUND, database, time).reserve(5);
        jobs.take(time.instant()).spent();
        jobs.take(time.instant()).spent();
        budget(CallKind.INTERACTIVE, database, time).close(Duration.ofSeconds(30), ENOUGH);
        MeterRegistry registry = new SimpleMeterRegistry();

        meters = new CallBudgetMeters(places(database, time), time, LIMITS, Runnable::run);
        meters.bindTo(registry);

        assertThat(gauge(registry, "limit", "kind", "background")).isEqualTo(20);
        assertThat(gauge(registry, "limit", "kind", "interactive")).isEqualTo(30);
        assertThat(gauge(registry, "calls", "kind", "background", "state", "held"))
                .isEqualTo(3);
        assertThat(gauge(registry, "calls", "kind", "background", "state", "ended"))
                .isEqualTo(2);
        assertThat(gauge(registry, "calls", "kind", "interactive", "state", "ended"))
                .isZero();
        assertThat(gauge(registry, "closed")).isEqualTo(30);
        assertThat(registry.getMeters()).hasSize(9);
    }

    /** Replicas with real threads, on PostgreSQL by its own time; thirty calls in all, whoever makes them. */
    @Test
    void threadsOfTwoReplicasNeverGetMoreThanTheLimit() throws Exception {
        InstantSource clock = databases == TestDatabases.POSTGRESQL ? null : time;
        List<TestDatabase> replicas = List.of(database.ofAnotherReplica(), database.ofAnotherReplica());
        ConcurrentLinkedQueue<CallKind> calls = new ConcurrentLinkedQueue<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> clients = new ArrayList<>();
            for (TestDatabase replica : replicas) {
                Places places = places(replica, clock);
                for (CallKind kind : CallKind.values()) {
                    CallBudget budget = new CallBudget(
                            new CallBudget.Terms(kind, LIMITS, Duration.ofSeconds(2)),
                            places,
                            Instant::now,
                            new ThreadPause());
                    for (int client = 0; client < 6; client++) {
                        clients.add(() -> callUntilRefused(budget, kind, calls));
                    }
                }
            }
            for (Future<Void> client : executor.invokeAll(clients)) {
                client.get();
            }
        } finally {
            replicas.forEach(TestDatabase::close);
        }
        assertThat(calls).hasSize(30);
        assertThat(calls.stream().filter(kind -> kind == CallKind.BACKGROUND)).hasSizeLessThanOrEqualTo(20);
    }

    private static Void callUntilRefused(CallBudget budget, CallKind kind, ConcurrentLinkedQueue<CallKind> calls) {
        CatalogException refused = null;
        while (refused == null) {
            refused = catchThrowableOfType(CatalogException.class, () -> {
                try (CallBudget.Reservation reservation = budget.reserve(1)) {
                    reservation.take(budget.deadline()).spent();
                    calls.add(kind);
                }
            });
        }
        assertThat(refused.trouble()).isEqualTo(Trouble.BUDGET_EXHAUSTED);
        return null;
    }

    private List<String> states() {
        return database.jdbc()
                .sql("select state from call_holding")
                .query(String.class)
                .list();
    }

    private static double gauge(MeterRegistry registry, String name, String... tags) {
        return registry.get("restore.gateway.call.budget." + name)
                .tags(tags)
                .gauge()
                .value();
    }

    private static CatalogException exhaustion(CallBudget budget, int calls) {
        return catchThrowableOfType(CatalogException.class, () -> budget.reserve(calls));
    }

    private static Places places(TestDatabase replica, InstantSource clock) {
        return new JdbcPlaces(new OccupancyTable(replica.jdbc(), LIMITS, clock), replica.transactions());
    }

    private CallBudget budget(CallKind kind, TestDatabase replica, TickingTime clock) {
        return new CallBudget(
                new CallBudget.Terms(kind, LIMITS, Duration.ofSeconds(5)), places(replica, clock), clock, clock);
    }
}
