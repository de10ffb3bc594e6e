package io.restoregateway.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything the tenant stores at one moment; immutable. */
record TenantState(Map<String, StoredAsset> assets, Map<String, StoredRelationship> relationships) {

    static final TenantState EMPTY = new TenantState(Map.of(), Map.of());

    TenantState {
        assets = Collections.unmodifiableMap(new LinkedHashMap<>(assets));
        relationships = Collections.unmodifiableMap(new LinkedHashMap<>(relationships));
    }

    @Nullable
    StoredAsset find(String guid) {
        return assets.get(guid);
    }

    /** The first asset of that very type and qualifiedName in any state, else the first of a subtype. */
    Optional<StoredAsset> findByName(AssetTypes types, String typeName, String qualifiedName) {
        Optional<StoredAsset> exact = named(qualifiedName)
                .filter(asset -> asset.typeName().equals(typeName))
                .findFirst();
        return exact.isPresent()
                ? exact
                : named(qualifiedName)
                        .filter(asset -> types.isA(asset.typeName(), typeName))
                        .findFirst();
    }

    Stream<StoredRelationship> relationshipsOf(String guid) {
        return relationships.values().stream().filter(edge -> edge.touches(guid));
    }

    private Stream<StoredAsset> named(String qualifiedName) {
        return assets.values().stream().filter(asset -> asset.qualifiedName().equals(qualifiedName));
    }
}
