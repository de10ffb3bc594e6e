package io.restoregateway.sandbox;

import java.util.Map;

/**
 * How often the tenant was called since the last reset.
 *
 * @param byKind all calls, those answered 429 included
 * @param rateLimited the calls answered 429
 * @param busiestMinute the most calls in any window of one minute
 */
public record CallCounts(Map<CallKind, Integer> byKind, int rateLimited, int busiestMinute) {

    public CallCounts {
        byKind = Map.copyOf(byKind);
    }

    public int total() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(CallKind kind) {
        return byKind.getOrDefault(kind, 0);
    }
}
