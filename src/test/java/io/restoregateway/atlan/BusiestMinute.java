package io.restoregateway.atlan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a server would object to. */
final class BusiestMinute {

    private BusiestMinute() {}

    /** The most calls that any window of a minute saw. */
    static int of(Collection<Instant> calls) {
        List<Instant> sorted = calls.stream().sorted().toList();
        int most = 0;
        int to = 0;
        for (int from = 0; from < sorted.size(); from++) {
            Instant end = sorted.get(from).plusSeconds(60);
            while (to < sorted.size() && sorted.get(to).isBefore(end)) {
                to++;
            }
            most = Math.max(most, to - from);
        }
        return most;
    }
}
