package io.restoregateway.sandbox;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One transaction's working copy of the tenant: all of it is committed, or nothing. */
final class Draft {

    private final TenantState before;
    private final AssetTypes types;
    private final String user;
    private final long time;
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<EdgeEnd> touchedEdges = new LinkedHashSet<>();
    private TenantState state;

    Draft(TenantState before, AssetTypes types, String user, long time) {
        this.before = before;
        this.state = before;
        this.types = types;
        this.user = user;
        this.time = time;
    }

    TenantState state() {
        return state;
    }

    /** The guids of the assets that are other than before, or gone, or new. */
    List<String> changedAssets() {
        return touched.stream()
                .filter(guid -> !Objects.equals(before.find(guid), state.find(guid)))
                .toList();
    }

    /** Whether any edge is other than before. */
    boolean changesEdges() {
        return touchedEdges.stream()
                .anyMatch(end ->
                        !Objects.equals(before.edges().get(end), state.edges().get(end)));
    }

    String user() {
        return user;
    }

    long time() {
        return time;
    }

    /** The number of the next new asset or edge. */
    long nextNumber() {
        return state.lastNumber() + 1;
    }

    @Nullable
    StoredAsset find(String guid) {
        return state.find(guid);
    }

    StoredAsset get(String guid) {
        return Objects.requireNonNull(state.find(guid), guid);
    }

    void put(StoredAsset asset) {
        touched.add(asset.guid());
        state = state.with(asset);
    }

    void putNew(Collection<StoredAsset> assets, Collection<StoredRelationship> edges) {
        assets.forEach(asset -> touched.add(asset.guid()));
        state = state.withNew(assets, edges);
    }

    /** Changes an asset and stamps it with this transaction's user and time. */
    void change(String guid, UnaryOperator<StoredAsset> change) {
        put(change.apply(get(guid)).updated(user, time));
    }

    /** Archives very many assets and their edges in one pass over the whole tenant, which is cheaper than one by one. */
    void archiveAll(Set<String> guids, UnaryOperator<StoredAsset> archived) {
        touched.addAll(guids);
        state = state.withEach(
                asset -> guids.contains(asset.guid()) ? archived.apply(asset).updated(user, time) : asset,
                edge -> edge.isActive() && (guids.contains(edge.childGuid()) || guids.contains(edge.parentGuid()))
                        ? edge.withStatus(AssetStatus.DELETED)
                        : edge);
    }

    void remove(String guid) {
        touched.add(guid);
        edgesOf(guid).forEach(this::touch);
        state = state.without(get(guid));
    }

    List<StoredRelationship> edgesOf(String guid) {
        return List.copyOf(state.edgesOf(guid));
    }

    /** Archives the active edges of an asset and names the assets at their other ends. */
    Set<String> archiveEdges(String guid) {
        Set<String> neighbours = new LinkedHashSet<>();
        for (StoredRelationship edge : edgesOf(guid)) {
            if (edge.isActive()) {
                put(edge.withStatus(AssetStatus.DELETED));
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
                put(edge.withStatus(AssetStatus.ACTIVE));
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
                        || state.edgesOf(edge.childGuid()).stream()
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
        Set<String> changed = new LinkedHashSet<>();
        Set<String> held = new LinkedHashSet<>();
        for (StoredRelationship edge : edgesOf(guid)) {
            if (end.holds(edge, guid)) {
                String other = edge.otherEnd(guid);
                held.add(other);
                AssetStatus wanted = others.contains(other) ? AssetStatus.ACTIVE : AssetStatus.DELETED;
                if (edge.status() != wanted) {
                    put(edge.withStatus(wanted));
                    changed.add(other);
                }
            }
        }
        for (String other : others) {
            if (!held.contains(other)) {
                connect(end.type(), end.child() ? guid : other, end.child() ? other : guid);
                changed.add(other);
            }
        }
        return changed;
    }

    private void connect(RelationshipType type, String childGuid, String parentGuid) {
        String guid = Guids.of(type.name(), childGuid, parentGuid);
        put(new StoredRelationship(guid, type.name(), childGuid, parentGuid, AssetStatus.ACTIVE, nextNumber()));
    }

    private void put(StoredRelationship edge) {
        touch(edge);
        state = state.with(edge);
    }

    private void touch(StoredRelationship edge) {
        touchedEdges.add(edge.childEnd());
    }
}
