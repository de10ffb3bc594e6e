package io.restoregateway.atlan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it goes over the wire: read exactly, written so that every text survives. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Json() {}

    /** Reads a whole document; null when it is none. */
    static @Nullable JsonNode read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            JsonNode tree = MAPPER.readTree(bytes);
            return tree.isMissingNode() ? null : tree;
        } catch (JacksonException _) {
            return null;
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The text of a field; null when it is absent or no text. */
    static @Nullable String text(JsonNode object, String field) {
        return object.path(field).stringValueOpt().orElse(null);
    }

    /** The fields of an object as plain values; none when it is no object. */
    static Map<String, @Nullable Object> fields(JsonNode object) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
        return fields;
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> Collections.unmodifiableMap(fields(node));
            case ARRAY -> plainList(node);
            case STRING -> node.stringValue();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private static List<@Nullable Object> plainList(JsonNode array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.values().forEach(value -> list.add(plain(value)));
        return Collections.unmodifiableList(list);
    }
}
