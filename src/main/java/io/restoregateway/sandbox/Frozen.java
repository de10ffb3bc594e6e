package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deeply immutable copies of JSON values; what is null is left out. */
final class Frozen {

    private Frozen() {}

    static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    static Object value(Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case List<?> list -> list(list);
            default -> value;
        };
    }

    private static List<Object> list(List<?> values) {
        List<Object> copy = new ArrayList<>(values.size());
        for (Object value : values) {
            if (value != null) {
                copy.add(value(value));
            }
        }
        return Collections.unmodifiableList(copy);
    }
}
