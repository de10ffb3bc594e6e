package io.restoregateway.sandbox;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Notes which restores were sent although there was nothing to restore. */
final class WriteWitness {

    private static final int REMEMBERED_GUIDS = 5_000;

    private final Deque<String> guids = new ArrayDeque<>();
    private long entries;

    synchronized void forget() {
        guids.clear();
        entries = 0;
    }

    synchronized void note(Collection<String> needless) {
        entries += needless.size();
        guids.addAll(needless);
        while (guids.size() > REMEMBERED_GUIDS) {
            guids.removeFirst();
        }
    }

    synchronized NeedlessWrites seen() {
        return new NeedlessWrites(entries, List.copyOf(guids));
    }
}
