package io.restoregateway.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.PriorityQueue;

/** What the tenant stores now, what it stored before (for all that lags), and what it will store later. */
final class TenantStore {

    private static final int REMEMBERED_VERSIONS = 500;

    private final TenantTime time;
    private final Deque<Version> newestFirst = new ArrayDeque<>();
    private final PriorityQueue<Late> late =
            new PriorityQueue<>(Comparator.comparing(Late::due).thenComparingLong(Late::order));
    private long lateOnes;

    private record Version(long number, Instant at, TenantState state) {}

    private record Late(Instant due, long order, Runnable change) {}

    TenantStore(TenantTime time) {
        this.time = time;
    }

    /** Forgets everything, also what was still to come. */
    void startWith(TenantState seed) {
        newestFirst.clear();
        late.clear();
        newestFirst.addFirst(new Version(0, Instant.EPOCH, seed));
    }

    TenantState current() {
        return newestFirst.getFirst().state();
    }

    void commit(TenantState next) {
        newestFirst.addFirst(new Version(newestFirst.getFirst().number() + 1, time.now(), next));
        if (newestFirst.size() > REMEMBERED_VERSIONS) {
            newestFirst.removeLast();
        }
    }

    /** What somebody sees who is behind by a time and by a number of changes. */
    TenantState behind(Duration lag, int changes) {
        Instant latest = time.now().minus(lag);
        long newest = newestFirst.getFirst().number() - changes;
        Iterator<Version> versions = newestFirst.iterator();
        Version seen = versions.next();
        while ((seen.number() > newest || seen.at().isAfter(latest)) && versions.hasNext()) {
            seen = versions.next();
        }
        return seen.state();
    }

    void later(Duration delay, Runnable change) {
        late.add(new Late(time.now().plus(delay), lateOnes++, change));
    }

    /** Makes every change that has fallen due, in the order in which they did. */
    void settle() {
        Instant now = time.now();
        for (Late next = late.peek(); next != null && !next.due().isAfter(now); next = late.peek()) {
            late.remove();
            time.at(next.due(), next.change());
        }
    }
}
