package io.restoregateway.restore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Picks the stored values that a restore must send, and says which assets Atlan cannot restore at all. */
final class RestorableValues {

    private static final Set<String> NEVER_RESTORABLE =
            Set.of("Persona", "Purpose", "Stakeholder", "AuthPolicy", "DataContract");

    private static final Set<String> ANCHORED = Set.of("AtlasGlossaryTerm", "AtlasGlossaryCategory");

    private static final Map<String, List<String>> MANDATORY = Map.of(
            "Link", List.of("link"),
            "Query", List.of("parentQualifiedName", "collectionQualifiedName"),
            "Procedure", List.of("definition"));

    private RestorableValues() {}

    /** Why Atlan cannot restore this asset, or nothing when it can. */
    static Optional<String> obstacle(StoredAsset stored) {
        String type = stored.typeName().value();
        if (NEVER_RESTORABLE.contains(type) || type.startsWith("__")) {
            return Optional.of("Atlan cannot restore assets of type " + type + ".");
        }
        if (stored.name() == null) {
            return Optional.of("No name is stored for the asset, and Atlan restores nothing without one.");
        }
        if (ANCHORED.contains(type) && stored.related("anchor").count() != 1) {
            return Optional.of(
                    "Its glossary is gone or cannot be read, and Atlan restores no " + type + " without it.");
        }
        return MANDATORY.getOrDefault(type, List.of()).stream()
                .filter(attribute -> stored.attributes().get(attribute) == null)
                .findFirst()
                .map(attribute -> "No " + attribute + " is stored for it, and Atlan restores no " + type + " without.");
    }

    /** The attributes to send for an asset without an obstacle: stored values, and the administrator lists that grow. */
    static Map<String, Object> of(StoredAsset stored, Administrators added) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("qualifiedName", stored.identity().qualifiedName().value());
        put(values, "name", stored.name());
        if (ANCHORED.contains(stored.typeName().value())) {
            stored.related("anchor").findFirst().ifPresent(edge -> values.put("anchor", edge.other()));
        }
        MANDATORY
                .getOrDefault(stored.typeName().value(), List.of())
                .forEach(attribute -> put(values, attribute, stored.attributes().get(attribute)));
        if (!Kin.isConnection(stored.typeName())) {
            return values;
        }
        Administrators held = stored.administrators();
        Administrators all = held.and(added);
        putGrown(values, "adminUsers", held.users(), all.users());
        putGrown(values, "adminGroups", held.groups(), all.groups());
        putGrown(values, "adminRoles", held.roles(), all.roles());
        return values;
    }

    private static void put(Map<String, Object> values, String attribute, @Nullable Object value) {
        if (value != null) {
            values.put(attribute, value);
        }
    }

    /** A list that is sent replaces the stored one at once, so only a list that gains somebody is sent. */
    private static void putGrown(Map<String, Object> values, String attribute, List<String> held, List<String> all) {
        if (!held.containsAll(all)) {
            values.put(attribute, all);
        }
    }
}
