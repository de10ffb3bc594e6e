package io.restoregateway.web;

import io.restoregateway.restore.Administrators;
import io.restoregateway.restore.AdministratorsClaim;
import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what callers may say into what the rule takes. */
final class Claims {

    static final TypeName CONNECTION = new TypeName("Connection");

    private Claims() {}

    static AssetClaim of(AssetRequest asset) {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expect(expected, "name", asset.name());
        if (asset.glossaryGuid() != null) {
            expected.put("anchor", Map.of("typeName", "AtlasGlossary", "guid", asset.glossaryGuid()));
        }
        AssetIdentity identity = new AssetIdentity(
                new TypeName(asset.typeName()), new QualifiedName(asset.qualifiedName()), new Guid(asset.guid()));
        return new AssetClaim(identity, expected, AdministratorsClaim.NONE);
    }

    static AssetClaim of(ConnectionRequest connection) {
        Map<String, @Nullable Object> expected = new LinkedHashMap<>();
        expect(expected, "name", connection.name());
        expect(expected, "connectorName", connection.connectorName());
        expect(expected, "category", connection.category());
        AssetIdentity identity = new AssetIdentity(
                CONNECTION, new QualifiedName(connection.qualifiedName()), new Guid(connection.guid()));
        return new AssetClaim(identity, expected, administrators(connection));
    }

    private static AdministratorsClaim administrators(ConnectionRequest connection) {
        Administrators given = new Administrators(
                names(connection.adminUsers()), names(connection.adminGroups()), names(connection.adminRoles()));
        return given.isEmpty() ? AdministratorsClaim.NONE : AdministratorsClaim.adding(given);
    }

    private static void expect(Map<String, @Nullable Object> expected, String attribute, @Nullable String value) {
        if (value != null) {
            expected.put(attribute, value);
        }
    }

    private static List<String> names(@Nullable List<String> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
