package io.restoregateway.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes of a generated asset: only its names are kept, the rest follows from its parent and is made when looked at. */
final class GeneratedAttributes extends FrozenObject {

    private static final List<String> DATA_TYPES = List.of("NUMBER", "VARCHAR", "TIMESTAMP_NTZ", "BOOLEAN", "FLOAT");

    private final String qualifiedName;
    private final String name;
    private final Parent parent;
    private final int number;

    /** What all children of an asset have in common. */
    record Parent(String typeName, String qualifiedName, String name, String connectionQualifiedName) {}

    /**
     * The attributes of one asset.
     *
     * @param number a column's place in its table, or how many columns a table has
     */
    GeneratedAttributes(Parent parent, String name, int number) {
        this.qualifiedName = parent.qualifiedName() + "/" + name;
        this.name = name;
        this.parent = parent;
        this.number = number;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        if ("qualifiedName".equals(key)) {
            return qualifiedName;
        }
        if ("connectionQualifiedName".equals(key)) {
            return parent.connectionQualifiedName();
        }
        return "name".equals(key) ? name : whole().get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return whole().containsKey(key);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return whole().entrySet();
    }

    private Map<String, Object> whole() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("qualifiedName", qualifiedName);
        all.put("name", name);
        all.put("connectionQualifiedName", parent.connectionQualifiedName());
        all.put("connectorName", "snowflake");
        switch (parent.typeName()) {
            case "Database" -> putParent(all, "database");
            case "Schema" -> {
                putParent(all, "schema");
                all.put("columnCount", number);
            }
            case "Table" -> putColumn(all, "table");
            case "View" -> putColumn(all, "view");
            default -> {}
        }
        return all;
    }

    private void putColumn(Map<String, Object> all, String kind) {
        putParent(all, kind);
        all.put("dataType", DATA_TYPES.get(number % DATA_TYPES.size()));
        all.put("order", number);
        all.put("isPrimary", number == 1);
    }

    private void putParent(Map<String, Object> all, String kind) {
        all.put(kind + "Name", parent.name());
        all.put(kind + "QualifiedName", parent.qualifiedName());
    }
}
