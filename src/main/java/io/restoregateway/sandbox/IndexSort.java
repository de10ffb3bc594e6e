package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The order of a search's hits; what lacks the value comes last, and of equals the oldest first. */
final class IndexSort implements Comparator<StoredAsset> {

    private final List<Key> keys = new ArrayList<>();

    private record Key(String field, boolean descending, Function<StoredAsset, @Nullable Object> reader) {}

    IndexSort(IndexFields fields, @Nullable Object sort) {
        for (Object key : Json.arrayOrOne(sort)) {
            if (key instanceof String field) {
                keys.add(new Key(field, field.equals("_score"), fields.reader(field)));
            }
            Json.object(key)
                    .forEach((field, order) -> keys.add(new Key(field, isDescending(order), fields.reader(field))));
        }
    }

    /** Whether it is the order in which the tenant keeps its assets. */
    boolean isByGuid() {
        return keys.size() == 1
                && keys.getFirst().field().equals("__guid")
                && !keys.getFirst().descending();
    }

    @Override
    public int compare(StoredAsset left, StoredAsset right) {
        for (Key key : keys) {
            int order = compare(key, key.reader().apply(left), key.reader().apply(right));
            if (order != 0) {
                return order;
            }
        }
        return Long.compare(left.number(), right.number());
    }

    /** Whether a hit lies behind the one whose sort values are given; every hit lies behind none. */
    boolean isAfter(StoredAsset asset, List<@Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            Key key = keys.get(i);
            int order = compare(key, key.reader().apply(asset), values.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return values.isEmpty();
    }

    /** The sort values of the hit to go on behind; empty for the beginning. */
    List<@Nullable Object> checked(List<@Nullable Object> values) {
        if (!values.isEmpty() && values.size() != keys.size()) {
            throw AtlasFailure.searchFailed(
                    "search_after has " + values.size() + " value(s) but sort has " + keys.size() + ".");
        }
        return values;
    }

    private static int compare(Key key, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        int order = IndexFields.compare(left, right);
        return key.descending() ? -order : order;
    }

    private static boolean isDescending(@Nullable Object order) {
        Object direction = order instanceof Map<?, ?> ? Json.object(order).get("order") : order;
        return "desc".equals(direction);
    }
}
