package io.restoregateway.restore;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands around assets in the catalog: others of the same qualifiedName, and those above them by qualifiedName. */
final class Surroundings {

    /** More levels than any hierarchy has; it bounds the search for names that are nothing but slashes. */
    private static final int MAX_ANCESTORS = 32;

    /** Attributes that name an asset above, whether or not it is a part of the qualifiedName. */
    private static final List<String> NAMES_ABOVE = List.of("connectionQualifiedName", "parentDomainQualifiedName");

    private final Set<QualifiedName> asked;

    private final Map<QualifiedName, List<Namesake>> found;

    private Surroundings(Set<QualifiedName> asked, List<Namesake> found) {
        this.asked = Set.copyOf(asked);
        this.found = found.stream()
                .collect(Collectors.groupingBy(hit -> hit.identity().qualifiedName()));
    }

    /** Searches around assets that the store holds. */
    static Surroundings of(Catalog catalog, Collection<StoredAsset> assets) {
        return search(catalog, assets.stream().flatMap(Surroundings::names).collect(Collectors.toSet()));
    }

    /** Searches around a qualifiedName of which the store was not asked yet. */
    static Surroundings of(Catalog catalog, QualifiedName qualifiedName) {
        return search(
                catalog,
                Stream.concat(Stream.of(qualifiedName), qualifiedName.ancestors(MAX_ANCESTORS).stream())
                        .collect(Collectors.toSet()));
    }

    private static Surroundings search(Catalog catalog, Set<QualifiedName> names) {
        return new Surroundings(names, names.isEmpty() ? List.of() : catalog.findNamesakes(names));
    }

    /** Whether this search asked for all that a search around those assets would ask for. */
    boolean cover(Collection<StoredAsset> assets) {
        return assets.stream().flatMap(Surroundings::names).allMatch(asked::contains);
    }

    /** Whether all that could stand above that name was asked for. */
    static boolean areComplete(QualifiedName name) {
        return name.depth() <= MAX_ANCESTORS;
    }

    /** All assets of that type and qualifiedName. */
    List<Namesake> named(TypeName typeName, QualifiedName qualifiedName) {
        return having(qualifiedName)
                .filter(hit -> hit.identity().typeName().equals(typeName))
                .toList();
    }

    /** Active assets of the very type and qualifiedName of another asset. */
    List<Namesake> liveTwinsOf(AssetIdentity identity) {
        return named(identity.typeName(), identity.qualifiedName()).stream()
                .filter(Namesake::active)
                .filter(hit -> !hit.identity().guid().equals(identity.guid()))
                .toList();
    }

    /** Active assets of the same qualifiedName, but of another type. */
    List<Namesake> othersNamedLike(AssetIdentity identity) {
        return having(identity.qualifiedName())
                .filter(Namesake::active)
                .filter(hit -> !hit.identity().typeName().equals(identity.typeName()))
                .toList();
    }

    /** Archived assets above that one by qualifiedName, unless an active one has taken their place. */
    List<Namesake> archivedAbove(StoredAsset stored) {
        Set<QualifiedName> names = names(stored).collect(Collectors.toCollection(LinkedHashSet::new));
        names.remove(stored.identity().qualifiedName());
        return names.stream()
                .flatMap(this::having)
                .filter(hit -> !hit.active() && liveTwinsOf(hit.identity()).isEmpty())
                .toList();
    }

    boolean know(QualifiedName qualifiedName) {
        return having(qualifiedName).findAny().isPresent();
    }

    private Stream<Namesake> having(QualifiedName qualifiedName) {
        return found.getOrDefault(qualifiedName, List.of()).stream();
    }

    /** The names to ask for around an asset: its own, and those above it. */
    private static Stream<QualifiedName> names(StoredAsset stored) {
        QualifiedName own = stored.identity().qualifiedName();
        return Stream.of(
                        Stream.of(own),
                        own.ancestors(MAX_ANCESTORS).stream(),
                        NAMES_ABOVE.stream().flatMap(attribute -> stored.qualifiedName(attribute).stream()))
                .flatMap(names -> names);
    }
}
