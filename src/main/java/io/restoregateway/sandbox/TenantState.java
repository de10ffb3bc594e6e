package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Everything the tenant stores at one moment; immutable, and it shares with the next moment all that stays the same.
 *
 * @param assets by guid
 * @param guidsByName the guids of all assets with that qualifiedName
 * @param edges each under both of its ends
 * @param lastNumber the highest number that an asset or an edge was given
 */
record TenantState(
        TreePMap<String, StoredAsset> assets,
        TreePMap<String, List<String>> guidsByName,
        TreePMap<EdgeEnd, StoredRelationship> edges,
        long lastNumber) {

    static final TenantState EMPTY = new TenantState(TreePMap.empty(), TreePMap.empty(), TreePMap.empty(), 0);

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

    /** All assets of that qualifiedName, oldest first. */
    Stream<StoredAsset> named(String qualifiedName) {
        return guidsByName.getOrDefault(qualifiedName, List.of()).stream()
                .map(assets::get)
                .sorted(Comparator.comparingLong(StoredAsset::number));
    }

    /** The guids of all assets whose qualifiedName starts so, by qualifiedName. */
    TreePMap<String, List<String>> namesStartingWith(String prefix) {
        return NameRange.startingWith(prefix).of(guidsByName);
    }

    /** All assets whose qualifiedName goes on behind this one with a slash, by qualifiedName. */
    Stream<StoredAsset> beneath(String qualifiedName) {
        return byName(NameRange.beneath(qualifiedName), null);
    }

    /** All assets whose qualifiedName starts so and comes behind another one, by qualifiedName. */
    Stream<StoredAsset> byName(String prefix, @Nullable String after) {
        TreePMap<String, List<String>> names = namesStartingWith(prefix);
        return assetsOf(after == null ? names : names.tailMap(after, false));
    }

    Stream<StoredAsset> assetsOf(TreePMap<String, List<String>> names) {
        return names.values().stream().flatMap(List::stream).map(assets::get);
    }

    /** The edges of an asset, oldest first. */
    Collection<StoredRelationship> edgesOf(String guid) {
        return edges.subMap(new EdgeEnd(guid, 0), true, new EdgeEnd(guid, Long.MAX_VALUE), true)
                .values();
    }

    /** Every edge once, by its guid, oldest first. */
    Map<String, StoredRelationship> relationships() {
        Map<String, StoredRelationship> byGuid = new LinkedHashMap<>();
        edges.values().stream()
                .sorted(Comparator.comparingLong(StoredRelationship::number))
                .forEach(edge -> byGuid.put(edge.guid(), edge));
        return byGuid;
    }

    TenantState with(StoredAsset asset) {
        StoredAsset before = assets.get(asset.guid());
        boolean sameName = before != null && before.qualifiedName().equals(asset.qualifiedName());
        return new TenantState(
                assets.plus(asset.guid(), asset),
                sameName ? guidsByName : naming(asset, before == null ? guidsByName : nameless(before)),
                edges,
                Math.max(lastNumber, asset.number()));
    }

    TenantState with(StoredRelationship edge) {
        return new TenantState(
                assets,
                guidsByName,
                edges.plus(edge.childEnd(), edge).plus(edge.parentEnd(), edge),
                Math.max(lastNumber, edge.number()));
    }

    /** Without an asset and the edges that touch it. */
    TenantState without(StoredAsset asset) {
        TreePMap<EdgeEnd, StoredRelationship> remaining = edges;
        for (StoredRelationship edge : edgesOf(asset.guid())) {
            remaining = remaining.minus(edge.childEnd()).minus(edge.parentEnd());
        }
        return new TenantState(assets.minus(asset.guid()), nameless(asset), remaining, lastNumber);
    }

    /** With new assets and edges: one by one when they are few beside what is there, else all trees are built anew. */
    TenantState withNew(Collection<StoredAsset> newAssets, Collection<StoredRelationship> newEdges) {
        if (newAssets.size() < assets.size() / 16) {
            TenantState grown = this;
            for (StoredAsset asset : newAssets) {
                grown = grown.with(asset);
            }
            for (StoredRelationship edge : newEdges) {
                grown = grown.with(edge);
            }
            return grown;
        }
        return rebuiltWith(newAssets, newEdges);
    }

    private TenantState rebuiltWith(Collection<StoredAsset> newAssets, Collection<StoredRelationship> newEdges) {
        NavigableMap<String, StoredAsset> allAssets = new TreeMap<>(assets);
        NavigableMap<String, List<String>> allNames = new TreeMap<>(guidsByName);
        NavigableMap<EdgeEnd, StoredRelationship> allEdges = new TreeMap<>(edges);
        long last = lastNumber;
        for (StoredAsset asset : newAssets) {
            allAssets.put(asset.guid(), asset);
            allNames.merge(asset.qualifiedName(), List.of(asset.guid()), TenantState::both);
            last = Math.max(last, asset.number());
        }
        for (StoredRelationship edge : newEdges) {
            allEdges.put(edge.childEnd(), edge);
            allEdges.put(edge.parentEnd(), edge);
            last = Math.max(last, edge.number());
        }
        return new TenantState(
                TreePMap.fromSortedMap(allAssets),
                TreePMap.fromSortedMap(allNames),
                TreePMap.fromSortedMap(allEdges),
                last);
    }

    /** With very many assets and edges other than before, under the same guids and qualifiedNames, in one pass over all. */
    TenantState withEach(UnaryOperator<StoredAsset> asset, UnaryOperator<StoredRelationship> edge) {
        NavigableMap<String, StoredAsset> allAssets = new TreeMap<>(assets);
        NavigableMap<EdgeEnd, StoredRelationship> allEdges = new TreeMap<>(edges);
        allAssets.replaceAll((guid, old) -> asset.apply(old));
        allEdges.replaceAll((end, old) -> edge.apply(old));
        return new TenantState(
                TreePMap.fromSortedMap(allAssets), guidsByName, TreePMap.fromSortedMap(allEdges), lastNumber);
    }

    private static TreePMap<String, List<String>> naming(StoredAsset asset, TreePMap<String, List<String>> names) {
        List<String> others = names.getOrDefault(asset.qualifiedName(), List.of());
        return names.plus(asset.qualifiedName(), both(others, List.of(asset.guid())));
    }

    private TreePMap<String, List<String>> nameless(StoredAsset asset) {
        List<String> others = new ArrayList<>(guidsByName.getOrDefault(asset.qualifiedName(), List.of()));
        others.remove(asset.guid());
        return others.isEmpty()
                ? guidsByName.minus(asset.qualifiedName())
                : guidsByName.plus(asset.qualifiedName(), List.copyOf(others));
    }

    private static List<String> both(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }
}
