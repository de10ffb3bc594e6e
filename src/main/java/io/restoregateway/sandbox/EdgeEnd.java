package io.restoregateway.sandbox;

import java.util.Comparator;

/**
 * Where an edge touches an asset; in order, all ends at one asset lie side by side, oldest edge first.
 *
 * @param number the edge's own
 */
record EdgeEnd(String assetGuid, long number) implements Comparable<EdgeEnd> {

    private static final Comparator<EdgeEnd> ORDER =
            Comparator.comparing(EdgeEnd::assetGuid).thenComparingLong(EdgeEnd::number);

    @Override
    public int compareTo(EdgeEnd other) {
        return ORDER.compare(this, other);
    }
}
