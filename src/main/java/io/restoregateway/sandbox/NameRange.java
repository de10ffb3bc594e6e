package io.restoregateway.sandbox;

import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * All qualifiedNames that start with a text, as a stretch of their order.
 *
 * @param first the text itself, the first that can be among them
 * @param end the first behind them; null when nothing is
 */
record NameRange(String first, @Nullable String end) {

    static NameRange startingWith(String prefix) {
        int length = prefix.length();
        while (length > 0 && prefix.charAt(length - 1) == Character.MAX_VALUE) {
            length--;
        }
        if (length == 0) {
            return new NameRange(prefix, null);
        }
        char next = (char) (prefix.charAt(length - 1) + 1);
        return new NameRange(prefix, prefix.substring(0, length - 1) + next);
    }

    /** What starts the names of everything beneath an asset. */
    static String beneath(String qualifiedName) {
        return qualifiedName.endsWith("/") ? qualifiedName : qualifiedName + "/";
    }

    <V> TreePMap<String, V> of(TreePMap<String, V> byName) {
        return end == null ? byName.tailMap(first, true) : byName.subMap(first, true, end, false);
    }
}
