package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deeply immutable copies of JSON values; what is null is left out. */
final class Frozen {

    private Frozen() {}

    static FrozenObject object(Map<?, ?> map) {
        if (map instanceof FrozenObject frozen) {
            return frozen;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), value(value));
            }
        });
        return new Copy(Collections.unmodifiableMap(copy));
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

    private static final class Copy extends FrozenObject {

        private final Map<String, Object> copied;

        private Copy(Map<String, Object> copied) {
            this.copied = copied;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return copied.entrySet();
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return copied.containsKey(key);
        }

        @Override
        public @Nullable Object get(@Nullable Object key) {
            return copied.get(key);
        }
    }
}
