package io.restoregateway.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tenant's type system, read from {@code sandbox/types.json}: its attributes and their defaults are the recorded ones. */
final class AssetTypes {

    static final AssetTypes STANDARD = load();

    private final Map<String, AssetType> types = new LinkedHashMap<>();
    private final List<RelationshipType> relationships = new ArrayList<>();
    private final Set<String> numbers = new LinkedHashSet<>();

    /** A mandatory attribute and the type that demands it. */
    record Mandatory(String attribute, String declaredBy) {}

    Optional<AssetType> find(@Nullable String typeName) {
        return Optional.ofNullable(typeName).map(types::get);
    }

    AssetType get(String typeName) {
        return Objects.requireNonNull(types.get(typeName), typeName);
    }

    /** The type itself, or one of its subtypes. */
    boolean isA(String typeName, String superType) {
        return typeName.equals(superType)
                || find(typeName)
                        .map(type -> type.superTypeNames().contains(superType))
                        .orElse(false);
    }

    boolean isNumber(String attribute) {
        return numbers.contains(attribute);
    }

    RelationshipType relationship(String name) {
        return relationships.stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The relationship that an attribute of a type stands for, seen from that type's end. */
    Optional<RelationshipType.End> end(String typeName, String attribute) {
        return ends(typeName).stream()
                .filter(end -> end.attribute().equals(attribute))
                .findFirst();
    }

    List<RelationshipType.End> ends(String typeName) {
        return get(typeName).ends();
    }

    private static AssetTypes load() {
        try (InputStream file = Objects.requireNonNull(AssetTypes.class.getResourceAsStream("/sandbox/types.json"))) {
            AssetTypes standard = new AssetTypes();
            standard.read(Json.MAPPER.readTree(file));
            return standard;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(JsonNode root) {
        root.path("numbers").forEach(number -> numbers.add(number.asString()));
        root.path("relationships").forEach(node -> relationships.add(RelationshipType.from(node)));
        root.path("types")
                .properties()
                .forEach(type -> types.put(type.getKey(), readType(type.getKey(), type.getValue())));
    }

    /** Super types stand before their subtypes in the file. */
    private AssetType readType(String name, JsonNode node) {
        Set<String> superTypes = new LinkedHashSet<>();
        Map<String, @Nullable Object> defaults = new LinkedHashMap<>();
        Set<String> header = new LinkedHashSet<>();
        Set<String> relations = new LinkedHashSet<>();
        List<Mandatory> mandatory = new ArrayList<>();
        for (JsonNode superName : node.path("superTypes")) {
            AssetType superType = get(superName.asString());
            superTypes.addAll(superType.superTypeNames());
            superTypes.add(superType.name());
            defaults.putAll(superType.defaults());
            header.addAll(superType.headerAttributes());
            relations.addAll(superType.otherRelations());
            superType.mandatory().stream()
                    .filter(one -> !mandatory.contains(one))
                    .forEach(mandatory::add);
        }
        defaults.putAll(Json.object(Json.MAPPER.treeToValue(node.path("attributes"), Object.class)));
        addAll(header, node.path("header"));
        addAll(relations, node.path("relations"));
        node.path("mandatory").forEach(attribute -> mandatory.add(new Mandatory(attribute.asString(), name)));
        List<RelationshipType.End> ends = new ArrayList<>();
        for (RelationshipType relationship : relationships) {
            relationship.endsOf(name, superTypes).forEach(ends::add);
        }
        boolean keepsName = node.path("keepsQualifiedName").asBoolean(false);
        boolean restorable = node.path("restorable").asBoolean(true);
        return new AssetType(name, superTypes, defaults, header, relations, mandatory, ends, keepsName, restorable);
    }

    private static void addAll(Collection<String> names, JsonNode array) {
        array.forEach(name -> names.add(name.asString()));
    }
}
