package io.restoregateway.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own JSON, lenient as Atlan's is and untouched by what the gateway configures. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    static @Nullable Object parse(byte[] bytes) {
        return MAPPER.readValue(bytes, Object.class);
    }

    /** The value as an object; anything else is an empty one. */
    @SuppressWarnings("unchecked") // what a JSON parser makes has no other keys and values
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> ? (Map<String, @Nullable Object>) value : Map.of();
    }

    /** The value as an array; anything else is an empty one. */
    @SuppressWarnings("unchecked") // what a JSON parser makes has no other keys and values
    static List<@Nullable Object> array(@Nullable Object value) {
        return value instanceof List<?> ? (List<@Nullable Object>) value : List.of();
    }

    /** The value as an array; a single value is an array of one. */
    static List<@Nullable Object> arrayOrOne(@Nullable Object value) {
        if (value instanceof List<?>) {
            return array(value);
        }
        return value == null ? List.of() : List.of(value);
    }

    static List<String> strings(@Nullable Object value) {
        return array(value).stream()
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }

    static @Nullable String string(@Nullable Object value) {
        return value == null ? null : String.valueOf(value);
    }

    /** A mutable object of alternating keys and values, in their order. */
    static Map<String, @Nullable Object> of(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }
}
