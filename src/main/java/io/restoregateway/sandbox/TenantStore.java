package io.restoregateway.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/** What the tenant stores now, what it stored before (for all that lags), and what it will store later. */
final class TenantStore {

    private static final int REMEMBERED_VERSIONS = 500;

    private final TenantTime time;
    private final Deque<TenantVersion> newestFirst = new ArrayDeque<>();
    private final ChangeLog changes = new ChangeLog();
    private final PriorityQueue<Late> late =
            new PriorityQueue<>(Comparator.comparing(Late::due).thenComparingLong(Late::order));
    private long lateOnes;
    private long versions;

    private record Late(Instant due, long order, Runnable change) {}

    TenantStore(TenantTime time) {
        this.time = time;
    }

    /** Forgets everything, also what was still to come. */
    void startWith(TenantState seed) {
        newestFirst.clear();
        late.clear();
        changes.forget();
        newestFirst.addFirst(new TenantVersion(++versions, Instant.EPOCH, seed));
    }

    TenantState current() {
        return newestFirst.getFirst().state();
    }

    ChangeLog changes() {
        return changes;
    }

    void commit(TenantState next, List<String> changedAssets) {
        newestFirst.addFirst(new TenantVersion(++versions, time.now(), next));
        changes.add(versions, changedAssets);
        if (newestFirst.size() > REMEMBERED_VERSIONS) {
            newestFirst.removeLast();
        }
    }

    /** What somebody sees who is behind by a time and by a number of changes. */
    TenantVersion behind(Duration lag, int changesBehind) {
        Instant latest = time.now().minus(lag);
        long newest = newestFirst.getFirst().number() - changesBehind;
        Iterator<TenantVersion> older = newestFirst.iterator();
        TenantVersion seen = older.next();
        while ((seen.number() > newest || seen.at().isAfter(latest)) && older.hasNext()) {
            seen = older.next();
        }
        return seen;
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
