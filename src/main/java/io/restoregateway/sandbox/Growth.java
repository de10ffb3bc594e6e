package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Grows Snowflake connections of any size as a crawler would find them: the same ones every time, nearly all of it columns. */
final class Growth {

    private static final int MOST_IN_CONNECTION = 250_000;
    private static final int MOST_IN_DATABASE = 50_000;
    private static final int MOST_IN_SCHEMA = 5_000;
    private static final int FEWEST_COLUMNS = 8;
    private static final long FIRST_EPOCH = 1_710_000_000L;

    private final TenantState ground;
    private final AssetTypes types;
    private final StoredAsset.Stamp stamp;
    private final List<StoredAsset> assets = new ArrayList<>();
    private final List<StoredRelationship> edges = new ArrayList<>();
    private long epoch = FIRST_EPOCH;
    private long number;

    /** An asset that has been grown, as what grows beneath it sees it. */
    private record Grown(String guid, GeneratedAttributes.Parent asParent) {}

    Growth(TenantState ground, AssetTypes types, long now) {
        this.ground = ground;
        this.types = types;
        this.stamp = new StoredAsset.Stamp(SeedPlan.CRAWLER, SeedPlan.CRAWLER, now, now);
        this.number = ground.lastNumber();
    }

    List<StoredAsset> assets() {
        return assets;
    }

    List<StoredRelationship> edges() {
        return edges;
    }

    /** So many assets in all, in as many connections as it takes. */
    void connections(int total) {
        for (int left = total; left > 0; ) {
            int share = Math.min(left, MOST_IN_CONNECTION);
            connection(share - 1);
            left -= share;
        }
    }

    /** One more connection, with so many assets beneath it. */
    GeneratedConnection connection(int beneath) {
        Grown connection = connection();
        for (int left = beneath, i = 0; left > 0; i++) {
            int share = Math.min(left, MOST_IN_DATABASE);
            database(connection, GeneratedNames.database(i), share - 1);
            left -= share;
        }
        return told(connection, beneath);
    }

    /** One more connection, with {@code DB/SCHEMA} and {@code DB/SCHEMA2} and so many assets beneath each of them. */
    GeneratedConnection neighbours(int beneathSchema, int beneathNeighbour) {
        Grown connection = connection();
        Grown database = add(connection, "Database", "DB", 0);
        schema(database, "SCHEMA", beneathSchema);
        schema(database, "SCHEMA2", beneathNeighbour);
        return told(connection, beneathSchema + beneathNeighbour + 3);
    }

    private Grown connection() {
        while (ground.named(name()).findAny().isPresent()) {
            epoch += 100;
        }
        String qualifiedName = name();
        epoch += 100;
        String name = "warehouse-" + qualifiedName.substring(qualifiedName.lastIndexOf('/') + 1);
        Map<String, Object> attributes = Map.of(
                "qualifiedName",
                qualifiedName,
                "name",
                name,
                "connectorName",
                "snowflake",
                "category",
                "warehouse",
                "adminUsers",
                List.of("jsmith", "mwong"),
                "adminRoles",
                List.of(SeedSources.ADMIN_ROLE));
        String guid = store("Connection", qualifiedName, Frozen.object(attributes));
        return new Grown(guid, new GeneratedAttributes.Parent("Connection", qualifiedName, name, qualifiedName));
    }

    private String name() {
        return "default/snowflake/" + epoch;
    }

    private void database(Grown connection, String name, int beneath) {
        Grown database = add(connection, "Database", name, 0);
        for (int left = beneath, i = 0; left > 0; i++) {
            int share = Math.min(left, MOST_IN_SCHEMA);
            schema(database, GeneratedNames.schema(i), share - 1);
            left -= share;
        }
    }

    private void schema(Grown database, String name, int beneath) {
        Grown schema = add(database, "Schema", name, 0);
        for (int left = beneath, i = 0; left > 0; i++) {
            int width = FEWEST_COLUMNS + i * 7 % (GeneratedNames.MOST_COLUMNS - FEWEST_COLUMNS + 1);
            int columns = Math.min(left - 1, width);
            Grown table = add(schema, i % 10 == 9 ? "View" : "Table", GeneratedNames.table(i), columns);
            for (int column = 0; column < columns; column++) {
                add(table, "Column", GeneratedNames.column(column), column + 1);
            }
            left -= columns + 1;
        }
    }

    private Grown add(Grown parent, String typeName, String name, int place) {
        GeneratedAttributes attributes = new GeneratedAttributes(parent.asParent(), name, place);
        String qualifiedName = String.valueOf(attributes.get("qualifiedName"));
        String guid = store(typeName, qualifiedName, attributes);
        for (RelationshipType.End end : types.ends(typeName)) {
            if (end.child() && end.type().parentType().equals(parent.asParent().typeName())) {
                edges.add(edge(end.type().name(), guid, parent.guid()));
            }
        }
        String connection = parent.asParent().connectionQualifiedName();
        return new Grown(guid, new GeneratedAttributes.Parent(typeName, qualifiedName, name, connection));
    }

    private String store(String typeName, String qualifiedName, FrozenObject attributes) {
        String guid = Guids.of("generated", typeName, qualifiedName);
        assets.add(new StoredAsset(
                guid,
                typeName,
                AssetStatus.ACTIVE,
                attributes,
                stamp,
                StoredAsset.Extras.NONE,
                AssetAccess.FULL,
                ++number));
        return guid;
    }

    private StoredRelationship edge(String type, String child, String parent) {
        return new StoredRelationship(Guids.of(type, child, parent), type, child, parent, AssetStatus.ACTIVE, ++number);
    }

    private static GeneratedConnection told(Grown connection, int beneath) {
        return new GeneratedConnection(connection.guid(), connection.asParent().qualifiedName(), beneath);
    }
}
