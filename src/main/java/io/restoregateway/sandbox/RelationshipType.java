package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A kind of edge between a child and its parent, with the attribute that shows it at either end.
 *
 * @param many whether a child can have several parents
 * @param legacy whether the edge is also shown among the attributes
 * @param lineage whether it is lineage, which no restore brings back
 * @param hidden whether the attribute is shown only where there is such an edge
 */
record RelationshipType(
        String name,
        String childType,
        String childAttribute,
        String parentType,
        String parentAttribute,
        boolean many,
        boolean legacy,
        boolean lineage,
        boolean hidden) {

    static RelationshipType from(JsonNode node) {
        return new RelationshipType(
                node.path("name").asString(),
                node.path("childType").asString(),
                node.path("childAttribute").asString(),
                node.path("parentType").asString(),
                node.path("parentAttribute").asString(),
                node.path("many").asBoolean(false),
                node.path("legacy").asBoolean(false),
                node.path("lineage").asBoolean(false),
                node.path("hidden").asBoolean(false));
    }

    /** One end of the edge: the asset there shows the other end in this attribute. */
    record End(RelationshipType type, boolean child) {

        String attribute() {
            return child ? type.childAttribute : type.parentAttribute;
        }

        boolean isList() {
            return !child || type.many;
        }

        boolean holds(StoredRelationship edge, String guid) {
            return edge.type().equals(type.name) && (child ? edge.childGuid() : edge.parentGuid()).equals(guid);
        }
    }

    List<End> endsOf(String typeName, Set<String> superTypes) {
        List<End> ends = new ArrayList<>();
        if (typeName.equals(childType) || superTypes.contains(childType)) {
            ends.add(new End(this, true));
        }
        if (typeName.equals(parentType) || superTypes.contains(parentType)) {
            ends.add(new End(this, false));
        }
        return ends;
    }
}
