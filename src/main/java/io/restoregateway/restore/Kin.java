package io.restoregateway.restore;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which relationship attributes lead up to a parent, down to what a glossary brings along, and along lineage. */
final class Kin {

    private static final Set<String> PARENTS = Set.of(
            "anchor",
            "atlanSchema",
            "database",
            "table",
            "view",
            "materialisedView",
            "tablePartition",
            "parentTable",
            "parent",
            "parentCategory",
            "parentDomain",
            "dataDomain");

    private static final Set<String> BROUGHT = Set.of("terms", "categories");

    private static final Set<String> LINEAGE = Set.of(
            "inputToProcesses",
            "outputFromProcesses",
            "inputToAirflowTasks",
            "outputFromAirflowTasks",
            "inputs",
            "outputs");

    private static final Set<String> CONTAINERS = Set.of(
            "Connection",
            "Database",
            "Schema",
            "Table",
            "View",
            "MaterialisedView",
            "Collection",
            "Folder",
            "DataDomain");

    /** Edges down to what an asset contains, where the names of both do not show that. */
    private static final Set<String> CONTAINED = Set.of(
            "schemas",
            "tables",
            "views",
            "materialisedViews",
            "procedures",
            "functions",
            "columns",
            "nestedColumns",
            "partitions",
            "childrenFolders",
            "childrenQueries",
            "subDomains",
            "dataProducts",
            "projects",
            "workbooks",
            "dashboards",
            "worksheets");

    private Kin() {}

    static boolean isParent(Relationship edge) {
        return PARENTS.contains(edge.attribute());
    }

    static boolean isLineage(Relationship edge) {
        return LINEAGE.contains(edge.attribute());
    }

    /** What a glossary brings back when it is restored. */
    static boolean isBrought(StoredAsset glossary, Relationship edge) {
        return isGlossary(glossary.typeName()) && BROUGHT.contains(edge.attribute());
    }

    /** What an asset contains, and Atlan may archive along with it. */
    static boolean isContained(StoredAsset container, Relationship edge) {
        return isBrought(container, edge)
                || CONTAINED.contains(edge.attribute())
                || (!isParent(edge) && !isLineage(edge) && isBeneath(container, edge.qualifiedName()));
    }

    /** Whether an asset of that qualifiedName lies in that container, as far as names tell. */
    static boolean isWithin(StoredAsset container, @Nullable String qualifiedName) {
        return isBeneath(container, qualifiedName)
                || (qualifiedName != null
                        && isGlossary(container.typeName())
                        && qualifiedName.endsWith("@" + container.identity().qualifiedName()));
    }

    private static boolean isBeneath(StoredAsset container, @Nullable String qualifiedName) {
        return qualifiedName != null
                && qualifiedName.startsWith(container.identity().qualifiedName() + "/");
    }

    /** Archiving a category by itself destroys it; with its glossary it is archived like a term. */
    static boolean isCategory(TypeName typeName) {
        return typeName.is("AtlasGlossaryCategory");
    }

    static boolean isGlossary(TypeName typeName) {
        return typeName.is("AtlasGlossary");
    }

    static boolean isGlossary(RestorableAsset asset) {
        return isGlossary(asset.identity().typeName());
    }

    /** Whether assets of that type come back with their glossary. */
    static boolean isBroughtType(@Nullable String typeName) {
        return "AtlasGlossaryTerm".equals(typeName) || "AtlasGlossaryCategory".equals(typeName);
    }

    static boolean isConnection(TypeName typeName) {
        return typeName.is("Connection");
    }

    /** Whether assets of that type contain others, which do not come back with it. */
    static boolean isContainer(TypeName typeName) {
        return CONTAINERS.contains(typeName.value());
    }
}
