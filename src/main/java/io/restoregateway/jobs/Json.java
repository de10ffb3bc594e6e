package io.restoregateway.jobs;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What stands in one column though it has parts. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static @Nullable String write(@Nullable Object value) {
        return value == null ? null : MAPPER.writeValueAsString(value);
    }

    static <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : MAPPER.readValue(text, type);
    }
}
