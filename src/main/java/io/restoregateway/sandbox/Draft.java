package io.restoregateway.sandbox;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One transaction's working copy of the tenant: all of it is committed, or nothing. */
final class Draft {

    private final Map<String, StoredAsset> assets;
    private final Map<String, StoredRelationship> relationships;
    private final AssetTypes types;
    private final String user;
    private final long time;

    Draft(TenantState state, AssetTypes types, String user, long time) {
        this.assets = new LinkedHashMap<>(state.assets());
        this.relationships = new LinkedHashMap<>(state.relationships());
        this.types = types;
        this.user = user;
        this.time = time;
    }

    TenantState state() {
        return new TenantState(assets, relationships);
    }

    String user() {
        return user;
    }

    long time() {
        return time;
    }

    @Nullable
    StoredAsset find(String guid) {
        return assets.get(guid);
    }

    StoredAsset get(String guid) {
        return Objects.requireNonNull(assets.get(guid), guid);
    }

    void put(StoredAsset asset) {
        assets.put(asset.guid(), asset);
    }

    /** Changes an asset and stamps it with this transaction's user and time. */
    void change(String guid, UnaryOperator<StoredAsset> change) {
        put(change.apply(get(guid)).updated(user, time));
    }

    void remove(String guid) {
        assets.remove(guid);
        relationships.values().removeIf(edge -> edge.touches(guid));
    }

    List<StoredRelationship> edgesOf(String guid) {
        return relationships.values().stream()
                .filter(edge -> edge.touches(guid))
                .toList();
    }

    /** Archives the active edges of an asset and names the assets at their other ends. */
    Set<String> archiveEdges(String guid) {
        Set<String> neighbours = new LinkedHashSet<>();
        for (StoredRelationship edge : edgesOf(guid)) {
            if (edge.isActive()) {
                relationships.put(edge.guid(), edge.withStatus(AssetStatus.DELETED));
                neighbours.add(edge.otherEnd(guid));
            }
        }
        return neighbours;
    }

    /** Brings every archived edge of an asset back, whatever the state of its other end; lineage stays away. */
    Set<String> restoreEdges(String guid) {
        Set<String> neighbours = new LinkedHashSet<>();
        for (StoredRelationship edge : edgesOf(guid)) {
            if (!edge.isActive() && comesBack(edge)) {
                relationships.put(edge.guid(), edge.withStatus(AssetStatus.ACTIVE));
                neighbours.add(edge.otherEnd(guid));
            }
        }
        return neighbours;
    }

    /** An edge stays away when it is lineage, or when its child has meanwhile got another parent of that kind. */
    private boolean comesBack(StoredRelationship edge) {
        RelationshipType type = types.relationship(edge.type());
        return !type.lineage()
                && (type.many()
                        || relationships.values().stream()
                                .noneMatch(other -> other.isActive()
                                        && other.type().equals(edge.type())
                                        && other.childGuid().equals(edge.childGuid())));
    }

    /**
     * Makes the given assets the other ends of an asset's relationship, and archives what it had instead.
     *
     * @return the assets whose end of the relationship changed
     */
    Set<String> replaceEdges(String guid, RelationshipType.End end, Set<String> others) {
        Set<String> touched = new LinkedHashSet<>();
        Set<String> held = new LinkedHashSet<>();
        for (StoredRelationship edge : edgesOf(guid)) {
            if (end.holds(edge, guid)) {
                String other = edge.otherEnd(guid);
                held.add(other);
                AssetStatus wanted = others.contains(other) ? AssetStatus.ACTIVE : AssetStatus.DELETED;
                if (edge.status() != wanted) {
                    relationships.put(edge.guid(), edge.withStatus(wanted));
                    touched.add(other);
                }
            }
        }
        for (String other : others) {
            if (!held.contains(other)) {
                connect(end.type(), end.child() ? guid : other, end.child() ? other : guid);
                touched.add(other);
            }
        }
        return touched;
    }

    void connect(RelationshipType type, String childGuid, String parentGuid) {
        String guid = Guids.of(type.name(), childGuid, parentGuid);
        relationships.put(guid, new StoredRelationship(guid, type.name(), childGuid, parentGuid, AssetStatus.ACTIVE));
    }
}
