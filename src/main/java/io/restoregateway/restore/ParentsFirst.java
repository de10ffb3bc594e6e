package io.restoregateway.restore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Puts assets in the order in which they must come back, parents first, and cuts that into writes. */
public final class ParentsFirst {

    /** Assets of any other type lie somewhere beneath a connection. */
    private static final int ELSEWHERE = 3;

    private static final int DEEPEST = 64;

    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("Connection", 0),
            Map.entry("Database", 1),
            Map.entry("Schema", 2),
            Map.entry("Table", 3),
            Map.entry("View", 3),
            Map.entry("MaterialisedView", 3),
            Map.entry("Column", 4),
            Map.entry("AtlasGlossary", 0),
            Map.entry("AtlasGlossaryCategory", 1),
            Map.entry("AtlasGlossaryTerm", 2),
            Map.entry("DataDomain", 0),
            Map.entry("DataProduct", 1),
            Map.entry("Collection", 0),
            Map.entry("Folder", 1),
            Map.entry("Query", 2));

    private static final Comparator<RestorableAsset> ORDER = Comparator.<RestorableAsset>comparingInt(
                    asset -> level(asset.identity().typeName()))
            .thenComparingLong(asset -> depth(asset.identity().qualifiedName()));

    private ParentsFirst() {}

    /** Where an asset stands in the order: what has a smaller rank comes back before it. */
    public static int rank(AssetIdentity asset) {
        return level(asset.typeName()) * DEEPEST + (int) Math.min(depth(asset.qualifiedName()), DEEPEST - 1);
    }

    /** The writes to make, one after another; connections that get administrators travel alone, before all others. */
    static List<List<Guid>> writes(List<RestorableAsset> assets, int perWrite) {
        List<List<Guid>> writes = new ArrayList<>();
        assets.stream().filter(ParentsFirst::travelsAlone).forEach(asset -> writes.add(List.of(asset.guid())));
        List<Guid> together = assets.stream()
                .filter(asset -> !travelsAlone(asset))
                .sorted(ORDER)
                .map(RestorableAsset::guid)
                .toList();
        for (int from = 0; from < together.size(); from += perWrite) {
            writes.add(together.subList(from, Math.min(from + perWrite, together.size())));
        }
        return writes;
    }

    /** Administrator lists take effect at once, outside the transaction. */
    static boolean travelsAlone(RestorableAsset asset) {
        return Kin.isConnection(asset.identity().typeName()) && !asset.sendsOnlyItsNames();
    }

    static int level(TypeName typeName) {
        return LEVELS.getOrDefault(typeName.value(), ELSEWHERE);
    }

    static long depth(QualifiedName name) {
        return name.value().chars().filter(character -> character == '/').count();
    }
}
