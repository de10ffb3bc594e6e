package io.restoregateway.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the calls, and blocks the tenant for everybody once there were too many in a minute. */
final class CallLedger {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED_CALLS = 2_000;

    private final Map<CallKind, Integer> byKind = new EnumMap<>(CallKind.class);
    private final Deque<Instant> arrived = new ArrayDeque<>();
    private final Deque<Instant> accepted = new ArrayDeque<>();
    private final Deque<RecordedCall> calls = new ArrayDeque<>();
    private Instant blockedUntil = Instant.MIN;
    private int rateLimited;
    private int busiestMinute;

    synchronized void forget() {
        byKind.clear();
        arrived.clear();
        accepted.clear();
        calls.clear();
        blockedUntil = Instant.MIN;
        rateLimited = 0;
        busiestMinute = 0;
    }

    /** How long the caller has to wait, when the call is over the limit. */
    synchronized Optional<Duration> arrive(CallKind kind, InstantSource clock, SandboxSettings settings) {
        Instant now = clock.instant();
        byKind.merge(kind, 1, Integer::sum);
        busiestMinute = Math.max(busiestMinute, enter(arrived, now));
        if (!now.isBefore(blockedUntil)) {
            if (enter(accepted, now) <= settings.callsPerMinute()) {
                return Optional.empty();
            }
            accepted.clear();
            blockedUntil = now.plus(settings.blockedFor());
        }
        rateLimited++;
        return Optional.of(Duration.between(now, blockedUntil));
    }

    synchronized void record(RecordedCall call) {
        calls.addLast(call);
        if (calls.size() > REMEMBERED_CALLS) {
            calls.removeFirst();
        }
    }

    synchronized List<RecordedCall> calls() {
        return List.copyOf(calls);
    }

    synchronized CallCounts counts() {
        return new CallCounts(byKind, rateLimited, busiestMinute);
    }

    private static int enter(Deque<Instant> window, Instant now) {
        while (!window.isEmpty() && !window.getFirst().isAfter(now.minus(WINDOW))) {
            window.removeFirst();
        }
        window.addLast(now);
        return window.size();
    }
}
