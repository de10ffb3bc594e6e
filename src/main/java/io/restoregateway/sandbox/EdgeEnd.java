package io.restoregateway.sandbox;

/**
 * Where an edge touches an asset; in order, all ends at one asset lie side by side, oldest edge first.
 *
 * @param number the edge's own
 */
record EdgeEnd(String assetGuid, long number) implements Comparable<EdgeEnd> {

    @Override
    public int compareTo(EdgeEnd other) {
        int order = assetGuid.compareTo(other.assetGuid);
        return order != 0 ? order : Long.compare(number, other.number);
    }
}
