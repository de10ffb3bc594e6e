package io.restoregateway.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the seed plants. */
final class SeedPlan {

    static final String CRAWLER = "service-account-atlan-argo";

    private final AssetTypes types;
    private final Instant now;
    private final Map<String, SeedAsset> assets = new LinkedHashMap<>();
    private final List<SeedEdge> edges = new ArrayList<>();

    private record SeedEdge(RelationshipType type, SeedAsset child, SeedAsset parent) {}

    SeedPlan(AssetTypes types, Instant now) {
        this.types = types;
        this.now = now;
    }

    SeedAsset add(String typeName, String qualifiedName, String name) {
        return add(Guids.of("seed", typeName, qualifiedName), typeName, qualifiedName, name);
    }

    SeedAsset add(String guid, String typeName, String qualifiedName, String name) {
        Instant created = now.minus(Duration.ofDays(200)).plus(Duration.ofSeconds(37L * assets.size()));
        SeedAsset asset = new SeedAsset(this, guid, typeName, created, assets.size() + 1L)
                .with("qualifiedName", qualifiedName)
                .with("name", name);
        assets.put(guid, asset);
        return asset;
    }

    /** Connects a child with a parent by the one relationship that their types have. */
    void connect(SeedAsset child, SeedAsset parent) {
        for (RelationshipType.End end : types.ends(child.typeName())) {
            if (end.child() && types.isA(parent.typeName(), end.type().parentType())) {
                edges.add(new SeedEdge(end.type(), child, parent));
                return;
            }
        }
        throw new IllegalStateException(child.typeName() + " has no parent " + parent.typeName());
    }

    void connect(String relationship, SeedAsset child, SeedAsset parent) {
        edges.add(new SeedEdge(types.relationship(relationship), child, parent));
    }

    Instant daysAgo(double days) {
        return now.minusSeconds((long) (days * 86_400));
    }

    TenantState state() {
        List<StoredAsset> stored =
                assets.values().stream().map(SeedAsset::stored).toList();
        List<StoredRelationship> relationships = new ArrayList<>();
        for (SeedEdge edge : edges) {
            String guid = Guids.of(
                    edge.type().name(), edge.child().guid(), edge.parent().guid());
            boolean archived = edge.child().isArchived() || edge.parent().isArchived();
            relationships.add(new StoredRelationship(
                    guid,
                    edge.type().name(),
                    edge.child().guid(),
                    edge.parent().guid(),
                    archived ? AssetStatus.DELETED : AssetStatus.ACTIVE,
                    assets.size() + relationships.size() + 1L));
        }
        return TenantState.EMPTY.withNew(stored, relationships);
    }
}
