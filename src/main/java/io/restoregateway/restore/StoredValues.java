package io.restoregateway.restore;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what is claimed of an asset's attributes with what is stored. */
final class StoredValues {

    private static final int SHOWN = 200;

    private StoredValues() {}

    /** The mismatch between a claimed attribute and the stored one, or nothing when they agree. */
    static Optional<Refusal.Mismatch> mismatch(StoredAsset stored, String attribute, @Nullable Object claimed) {
        return agrees(stored, attribute, claimed)
                ? Optional.empty()
                : Optional.of(new Refusal.Mismatch(attribute, shown(claimed), shown(storedValue(stored, attribute))));
    }

    /** A value as text, shortened to 200 characters. */
    static String shown(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "…";
    }

    private static boolean agrees(StoredAsset stored, String attribute, @Nullable Object claimed) {
        if (!stored.attributes().containsKey(attribute)
                && stored.related(attribute).findAny().isPresent()) {
            return refersTo(stored.related(attribute).toList(), claimed, stored);
        }
        return same(claimed, stored.attributes().get(attribute));
    }

    private static @Nullable Object storedValue(StoredAsset stored, String attribute) {
        return stored.attributes().containsKey(attribute)
                ? stored.attributes().get(attribute)
                : stored.related(attribute).map(Relationship::other).toList();
    }

    private static boolean same(@Nullable Object claimed, @Nullable Object stored) {
        if (isNothing(claimed) || isNothing(stored)) {
            return isNothing(claimed) && isNothing(stored);
        }
        return switch (claimed) {
            case Number number ->
                stored instanceof Number other && decimal(number).compareTo(decimal(other)) == 0;
            case List<?> list -> stored instanceof List<?> other && sameElements(list, other);
            case Map<?, ?> map -> stored instanceof Map<?, ?> other && sameEntries(map, other);
            case null, default -> Objects.equals(claimed, stored);
        };
    }

    private static boolean sameElements(List<?> claimed, List<?> stored) {
        if (claimed.size() != stored.size()) {
            return false;
        }
        for (int index = 0; index < claimed.size(); index++) {
            if (!same(claimed.get(index), stored.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<?, ?> claimed, Map<?, ?> stored) {
        return claimed.keySet().equals(stored.keySet())
                && claimed.entrySet().stream().allMatch(entry -> same(entry.getValue(), stored.get(entry.getKey())));
    }

    /** What Atlan stores as null, or as the empty value of the attribute's type. */
    private static boolean isNothing(@Nullable Object value) {
        return switch (value) {
            case null -> true;
            case Boolean flag -> !flag;
            case Number number -> decimal(number).signum() == 0;
            case String text -> text.isEmpty();
            case Collection<?> values -> values.isEmpty();
            default -> false;
        };
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static boolean refersTo(List<Relationship> edges, @Nullable Object claimed, StoredAsset stored) {
        List<?> references = claimed instanceof List<?> list ? list : claimed == null ? List.of() : List.of(claimed);
        return references.size() == edges.size()
                && edges.stream()
                        .allMatch(edge ->
                                references.stream().anyMatch(reference -> isReferenceTo(edge, reference, stored)));
    }

    private static boolean isReferenceTo(Relationship edge, @Nullable Object reference, StoredAsset stored) {
        if (!(reference instanceof Map<?, ?> map)) {
            return false;
        }
        Object type = map.get("typeName");
        if (type != null && !type.equals(edge.other().typeName().value())) {
            return false;
        }
        Object guid = map.get("guid");
        boolean byGuid = guid == null || guid.equals(edge.other().guid().value());
        boolean byName = map.get("uniqueAttributes") == null || isNamed(edge, map.get("uniqueAttributes"), stored);
        return byGuid && byName && (guid != null || map.get("uniqueAttributes") != null);
    }

    private static boolean isNamed(Relationship edge, @Nullable Object uniqueAttributes, StoredAsset stored) {
        return uniqueAttributes instanceof Map<?, ?> unique
                && unique.size() == 1
                && unique.get("qualifiedName") instanceof String name
                && qualifiedName(edge, stored).filter(name::equals).isPresent();
    }

    /** A term or category carries its glossary's qualifiedName behind the last {@code @} of its own. */
    private static Optional<String> qualifiedName(Relationship edge, StoredAsset stored) {
        if (edge.qualifiedName() == null && edge.attribute().equals("anchor")) {
            String own = stored.identity().qualifiedName().value();
            return Optional.of(own.substring(own.lastIndexOf('@') + 1));
        }
        return Optional.ofNullable(edge.qualifiedName());
    }
}
