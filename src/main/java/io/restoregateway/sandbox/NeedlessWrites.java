package io.restoregateway.sandbox;

import java.util.List;

/**
 * Entries that asked for a restore of an asset that was active already when the call arrived.
 *
 * @param entries how many since the last reset
 * @param lastGuids the assets of the last 5,000 of them, oldest first
 */
public record NeedlessWrites(long entries, List<String> lastGuids) {

    public NeedlessWrites {
        lastGuids = List.copyOf(lastGuids);
    }
}
