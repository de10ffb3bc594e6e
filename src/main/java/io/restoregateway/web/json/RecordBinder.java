package io.restoregateway.web.json;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import io.restoregateway.web.problem.Text;
import jakarta.validation.constraints.Size;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Makes a record of a JSON tree: texts, booleans, numbers, lists and records, each of exactly the right type. */
final class RecordBinder {

    private static final int LONGEST_NAME_TOLD = 200;

    private final InputErrors errors;

    RecordBinder(InputErrors errors) {
        this.errors = errors;
    }

    /** What the node says; null where it says nothing, or something of the wrong type, which is then noted. */
    @Nullable
    Object bind(JsonNode node, Type type, JsonPointer at) {
        if (type == String.class) {
            return node.isString() ? node.stringValue() : wrong(node, "a string", at);
        }
        if (type == Boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : wrong(node, "true or false", at);
        }
        if (type == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? (Object) node.longValue()
                    : wrong(node, "a whole number below 2^63", at);
        }
        if (type == Double.class) {
            return node.isNumber() ? (Object) node.decimalValue().doubleValue() : wrong(node, "a number", at);
        }
        if (type instanceof ParameterizedType list) {
            return node.isArray() ? list(node, list.getActualTypeArguments()[0], at) : wrong(node, "a list", at);
        }
        return node.isObject() ? object(node, (Class<?>) type, at) : wrong(node, "an object", at);
    }

    private Object object(JsonNode node, Class<?> type, JsonPointer at) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(node, components, at);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values = Arrays.stream(components)
                .map(component -> member(node.path(component.getName()), component, at))
                .toArray();
        try {
            var constructor = type.getDeclaredConstructor(types);
            return BeanUtils.instantiateClass(constructor, values);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private @Nullable Object member(JsonNode value, RecordComponent component, JsonPointer at) {
        JsonPointer inside = at.appendProperty(component.getName());
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        Size size = component.getAccessor().getAnnotation(Size.class);
        if (size != null && value.isArray() && value.size() > size.max()) {
            return refuseLength(value.size(), size, inside);
        }
        return bind(value, component.getGenericType(), inside);
    }

    private List<@Nullable Object> list(JsonNode node, Type elements, JsonPointer at) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int index = 0; index < node.size(); index++) {
            list.add(bind(node.get(index), elements, at.appendIndex(index)));
        }
        return list;
    }

    private @Nullable Object refuseLength(int length, Size size, JsonPointer at) {
        String message = "has %,d entries; the limit is %,d".formatted(length, size.max());
        if (List.of(size.payload()).contains(AssetLimit.class)) {
            throw new ProblemException(Problem.of(ProblemType.TOO_MANY_ASSETS, at + " " + message)
                    .errors(List.of(InputError.at(at.toString(), message))));
        }
        errors.add(at, message);
        return null;
    }

    private void refuseUnknown(JsonNode node, RecordComponent[] components, JsonPointer at) {
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                JsonPointer place = name.length() > LONGEST_NAME_TOLD ? at : at.appendProperty(name);
                errors.add(place, unknown(name, known));
            }
        }
    }

    private static String unknown(String name, List<String> known) {
        return "unknown property " + Text.quoted(name)
                + SimilarNames.nearest(name, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }

    private @Nullable Object wrong(JsonNode node, String wanted, JsonPointer at) {
        String found = switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
        errors.add(at, "must be " + wanted + ", not " + found);
        return null;
    }
}
