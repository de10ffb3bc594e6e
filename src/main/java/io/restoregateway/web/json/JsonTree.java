package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the tree of a JSON text, noting every duplicate key and every character that no text may hold. */
final class JsonTree {

    private static final int LONGEST_NAME_TOLD = 200;

    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    private final InputErrors errors;

    private final JsonParser parser;

    JsonTree(JsonParser parser, InputErrors errors) {
        this.parser = parser;
        this.errors = errors;
    }

    List<InputError> errors() {
        return errors.list();
    }

    JsonNode value(JsonPointer at) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(at);
            case START_ARRAY -> array(at);
            case VALUE_STRING -> nodes.stringNode(checked(parser.getString(), at));
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == NumberType.BIG_INTEGER
                        ? nodes.numberNode(parser.getBigIntegerValue())
                        : nodes.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(JsonPointer at) {
        ObjectNode object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonPointer inside = name.length() > LONGEST_NAME_TOLD ? at : at.appendProperty(name);
            parser.nextToken();
            JsonNode value = value(inside);
            if (object.has(name)) {
                errors.add(inside, "is given twice");
            }
            object.set(checked(name, inside), value);
        }
        return object;
    }

    private ArrayNode array(JsonPointer at) {
        ArrayNode array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(at.appendIndex(array.size())));
        }
        return array;
    }

    private String checked(String text, JsonPointer at) {
        if (text.indexOf('\0') >= 0) {
            errors.add(at, "must not contain the NUL character");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            errors.add(at, "must not contain a lone surrogate");
        }
        return text;
    }
}
