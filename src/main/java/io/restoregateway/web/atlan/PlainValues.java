package io.restoregateway.web.atlan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns JSON into what the rule compares: texts, numbers, booleans, lists, maps and null. */
final class PlainValues {

    private PlainValues() {}

    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> map(node);
            case ARRAY -> list(node);
            case STRING -> node.stringValue();
            case NUMBER -> node.numberValue();
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    private static Map<String, @Nullable Object> map(JsonNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.properties().forEach(property -> map.put(property.getKey(), of(property.getValue())));
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> list(JsonNode array) {
        List<@Nullable Object> list = new ArrayList<>(array.size());
        array.values().forEach(value -> list.add(of(value)));
        return Collections.unmodifiableList(list);
    }
}
