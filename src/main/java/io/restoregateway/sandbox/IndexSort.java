package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The order of a search's hits; what lacks the value comes last. */
final class IndexSort implements Comparator<StoredAsset> {

    private final IndexFields fields;
    private final List<Key> keys = new ArrayList<>();

    private record Key(String field, boolean descending) {}

    IndexSort(IndexFields fields, @Nullable Object sort) {
        this.fields = fields;
        for (Object key : Json.arrayOrOne(sort)) {
            if (key instanceof String field) {
                keys.add(new Key(field, field.equals("_score")));
            }
            Json.object(key).forEach((field, order) -> keys.add(new Key(field, isDescending(order))));
        }
    }

    @Override
    public int compare(StoredAsset left, StoredAsset right) {
        for (Key key : keys) {
            int order = compare(key, fields.value(left, key.field()), fields.value(right, key.field()));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The hits behind the one whose sort values are given. */
    List<StoredAsset> after(List<StoredAsset> sorted, List<@Nullable Object> values) {
        if (values.isEmpty()) {
            return sorted;
        }
        if (values.size() != keys.size()) {
            throw AtlasFailure.searchFailed(
                    "search_after has " + values.size() + " value(s) but sort has " + keys.size() + ".");
        }
        return sorted.stream().filter(asset -> isAfter(asset, values)).toList();
    }

    private boolean isAfter(StoredAsset asset, List<@Nullable Object> values) {
        for (int i = 0; i < keys.size(); i++) {
            int order = compare(keys.get(i), fields.value(asset, keys.get(i).field()), values.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
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
