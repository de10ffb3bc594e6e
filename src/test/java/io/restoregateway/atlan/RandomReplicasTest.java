package io.restoregateway.atlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas with clocks of their own do random things and die at random; the tenant must never see too much. */
@ParameterizedClass
@EnumSource(Bookkeeping.class)
class RandomReplicasTest {

    private static final long SEED = Long.getLong("budget.seed", 20261124L);

    private static final int STEPS = Integer.getInteger("budget.steps", 400);

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private static final UpstreamError ENOUGH = new UpstreamError(429, null, "enough", null, "id");

    @Parameter
    Bookkeeping bookkeeping;

    private final TickingTime time = new TickingTime();

    private final Map<CallKind, List<Instant>> seen = new EnumMap<>(CallKind.class);

    private final List<Replica> replicas = new ArrayList<>();

    private Instant closedUntil = Instant.MIN;

    static LongStream seeds() {
        return LongStream.range(SEED, SEED + 8);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTenantNeverSeesMoreThanTheLimitNorMoreJobsThanTheirShare(long seed) {
        Random random = new Random(seed);
        int limit = 2 + random.nextInt(12);
        CallLimits limits = new CallLimits(limit, 1 + random.nextInt(limit), LONGEST_CALL);
        for (CallKind kind : CallKind.values()) {
            seen.put(kind, new ArrayList<>());
        }
        try (Bookkeeping.Books books = bookkeeping.open(limits, time)) {
            int number = 2 + random.nextInt(2);
            for (int i = 0; i < number; i++) {
                replicas.add(new Replica(limits, books.ofAReplica(), random));
            }
            for (int step = 0; step < STEPS; step++) {
                replicas.get(random.nextInt(number)).act();
            }
            check("seed %d, %s".formatted(seed, limits), limits);
            assertNothingStaysOccupied(limits);
        }
    }

    private void check(String told, CallLimits limits) {
        List<Instant> all = new ArrayList<>();
        seen.values().forEach(all::addAll);
        assertThat(BusiestMinute.of(all)).as(told).isBetween(1, limits.total());
        assertThat(BusiestMinute.of(seen.get(CallKind.BACKGROUND))).as(told).isLessThanOrEqualTo(limits.background());
    }

    private void assertNothingStaysOccupied(CallLimits limits) {
        time.of(limits.lease().plusSeconds(60));
        CallBudget people = replicas.getFirst().budgets.get(CallKind.INTERACTIVE);
        assertThat(catchThrowableOfType(CatalogException.class, () -> people.reserve(limits.total())))
                .isNull();
    }

    /** A gateway with people and jobs; when it dies, it forgets everything and begins anew. */
    private final class Replica {

        private final Map<CallKind, CallBudget> budgets = new EnumMap<>(CallKind.class);

        private final List<Open> open = new ArrayList<>();

        private final List<UnderWay> underWay = new ArrayList<>();

        private final CallLimits limits;

        private final Random random;

        private Replica(CallLimits limits, Places places, Random random) {
            this.limits = limits;
            this.random = random;
            Duration skew = Duration.ofMinutes(random.nextInt(-60, 61));
            for (CallKind kind : CallKind.values()) {
                Duration patience = Duration.ofMillis(random.nextInt(2_000));
                budgets.put(
                        kind,
                        new CallBudget(
                                new CallBudget.Terms(kind, limits, patience),
                                places,
                                () -> time.instant().plus(skew),
                                this::pause));
            }
        }

        /** Meanwhile others go on, and calls under way end. */
        private void pause(Duration length) {
            time.of(length);
            if (random.nextInt(4) == 0) {
                end();
            }
        }

        private void act() {
            switch (random.nextInt(20)) {
                case 0, 1, 2 -> reserve();
                case 3, 4, 5, 6, 7, 8, 9 -> take();
                case 10, 11, 12, 13, 14 -> end();
                case 15 -> closeOne();
                case 16 -> die();
                case 17 -> gate();
                default -> time.of(Duration.ofMillis(random.nextInt(4_000)));
            }
        }

        private void reserve() {
            CallKind kind = random.nextBoolean() ? CallKind.INTERACTIVE : CallKind.BACKGROUND;
            int calls = 1 + random.nextInt(Math.min(4, limits.of(kind)));
            tried(() -> open.add(new Open(kind, budgets.get(kind).reserve(calls))));
        }

        private void take() {
            if (open.isEmpty()) {
                reserve();
            }
            if (!open.isEmpty()) {
                Open one = open.get(random.nextInt(open.size()));
                tried(() -> {
                    Instant deadline = budgets.get(one.kind).deadline();
                    underWay.add(new UnderWay(one.kind, one.reservation.take(deadline), time.instant()));
                    assertThat(time.instant()).isAfterOrEqualTo(closedUntil);
                });
            }
        }

        /** A call reaches the tenant at some time between its begin and its end, unless it never left. */
        private void end() {
            if (!underWay.isEmpty()) {
                UnderWay call = underWay.remove(random.nextInt(underWay.size()));
                if (random.nextInt(6) == 0) {
                    call.place.unused();
                } else {
                    seen.get(call.kind).add(call.until(time.instant(), random));
                    call.place.spent();
                }
            }
        }

        private void closeOne() {
            if (!open.isEmpty()) {
                open.remove(random.nextInt(open.size())).reservation.close();
            }
        }

        /** What is under way may reach the tenant still. */
        private void die() {
            underWay.forEach(call -> seen.get(call.kind).add(call.until(Instant.MAX, random)));
            underWay.clear();
            open.clear();
        }

        private void gate() {
            if (random.nextInt(4) == 0) {
                Duration length = Duration.ofSeconds(1 + random.nextInt(20));
                budgets.get(CallKind.INTERACTIVE).close(length, ENOUGH);
                Instant until = time.instant().plus(length);
                closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
            }
        }

        private void tried(Runnable action) {
            assertThat(catchThrowableOfType(CatalogException.class, action::run))
                    .satisfiesAnyOf(
                            trouble -> assertThat(trouble).isNull(),
                            trouble -> assertThat(trouble.retryAfter())
                                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(61)));
        }
    }

    private record Open(CallKind kind, CallBudget.Reservation reservation) {}

    /** A call; it is over after the longest time that a call can take, whether or not anybody noticed. */
    private record UnderWay(CallKind kind, CallBudget.Place place, Instant begun) {

        private Instant until(Instant end, Random random) {
            Instant latest = begun.plus(LONGEST_CALL);
            Duration most = Duration.between(begun, end.isBefore(latest) ? end : latest);
            return begun.plusMillis(random.nextLong(most.toMillis() + 1));
        }
    }
}
