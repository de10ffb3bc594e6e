package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whole assets as a read shows them: every attribute of the type, and the relationships with the state of both ends. */
final class EntityViews {

    private final AssetTypes types;

    EntityViews(AssetTypes types) {
        this.types = types;
    }

    Map<String, @Nullable Object> entity(TenantState state, StoredAsset asset, boolean ignoreRelationships) {
        List<StoredRelationship> edges = List.copyOf(state.edgesOf(asset.guid()));
        Map<String, @Nullable Object> entity = Json.of(
                "typeName", asset.typeName(),
                "attributes", attributes(state, asset, edges),
                "guid", asset.guid(),
                "isIncomplete", false,
                "status", asset.status().name());
        Headers.stamp(entity, asset);
        entity.put("version", 0);
        entity.put("superTypeNames", types.get(asset.typeName()).superTypeNames());
        entity.put("docId", Headers.docId(asset));
        if (!ignoreRelationships) {
            entity.put("relationshipAttributes", relationships(state, asset, edges));
        }
        entity.put("classifications", Headers.classifications(asset));
        entity.put("labels", asset.extras().labels());
        if (!asset.extras().customAttributes().isEmpty()) {
            entity.put("customAttributes", asset.extras().customAttributes());
        }
        return entity;
    }

    private Map<String, @Nullable Object> attributes(
            TenantState state, StoredAsset asset, List<StoredRelationship> edges) {
        AssetType type = types.get(asset.typeName());
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>(type.defaults());
        attributes.putAll(asset.attributes());
        for (RelationshipType.End end : type.ends()) {
            if (end.type().legacy()) {
                List<Object> others = new ArrayList<>();
                for (StoredRelationship edge : edges) {
                    StoredAsset other = state.find(edge.otherEnd(asset.guid()));
                    if (end.holds(edge, asset.guid()) && edge.isActive() && other != null) {
                        others.add(Json.of("guid", other.guid(), "typeName", other.typeName()));
                    }
                }
                attributes.put(end.attribute(), value(end, others));
            }
        }
        return attributes;
    }

    private Map<String, @Nullable Object> relationships(
            TenantState state, StoredAsset asset, List<StoredRelationship> edges) {
        AssetType type = types.get(asset.typeName());
        Map<String, @Nullable Object> relationships = new LinkedHashMap<>();
        type.otherRelations().forEach(relation -> relationships.put(relation, List.of()));
        for (RelationshipType.End end : type.ends()) {
            List<Object> others = edges.stream()
                    .filter(edge -> end.holds(edge, asset.guid()))
                    .map(edge -> other(state, asset, edge))
                    .filter(Objects::nonNull)
                    .map(Object.class::cast)
                    .toList();
            if (!others.isEmpty() || !end.type().hidden()) {
                relationships.put(end.attribute(), value(end, others));
            }
        }
        return relationships;
    }

    private static @Nullable Map<String, @Nullable Object> other(
            TenantState state, StoredAsset asset, StoredRelationship edge) {
        StoredAsset other = state.find(edge.otherEnd(asset.guid()));
        if (other == null) {
            return null;
        }
        return Json.of(
                "guid", other.guid(),
                "typeName", other.typeName(),
                "entityStatus", other.status().name(),
                "displayText", other.name(),
                "relationshipType", edge.type(),
                "relationshipGuid", edge.guid(),
                "relationshipStatus", edge.status().name(),
                "relationshipAttributes", Json.of("typeName", edge.type()));
    }

    /** Of several archived edges a single-valued attribute shows the last, unless one is active. */
    private static @Nullable Object value(RelationshipType.End end, List<Object> others) {
        if (end.isList()) {
            return others;
        }
        Object shown = null;
        for (Object other : others) {
            boolean active = "ACTIVE".equals(Json.object(other).get("relationshipStatus"));
            if (active || !"ACTIVE".equals(Json.object(shown).get("relationshipStatus"))) {
                shown = other;
            }
        }
        return shown;
    }
}
