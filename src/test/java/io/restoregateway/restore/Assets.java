package io.restoregateway.restore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stored assets for tests, named by the fact that matters. */
final class Assets {

    static final String SCHEMA = "default/snowflake/1700000000/DB/SCHEMA";

    private static final Instant LONG_AGO = Instant.parse("2026-11-01T00:00:00Z");

    private Assets() {}

    static StoredAsset table(String name) {
        return any("Table", SCHEMA + "/" + name, name);
    }

    static StoredAsset any(String type, String qualifiedName, String name) {
        Guid guid = guid(type + qualifiedName + name);
        AssetIdentity identity = new AssetIdentity(new TypeName(type), new QualifiedName(qualifiedName), guid);
        return new StoredAsset(
                identity, name, LONG_AGO, "crawler", Map.of("name", name), List.of(), true, false, Map.of());
    }

    static StoredAsset connection(String qualifiedName, String... adminUsers) {
        return with(any("Connection", qualifiedName, "any connection"), "adminUsers", List.of(adminUsers));
    }

    static StoredAsset glossary(String name, StoredAsset... archivedTerms) {
        StoredAsset glossary = any("AtlasGlossary", name, name);
        for (StoredAsset term : archivedTerms) {
            glossary = linked(glossary, "terms", term, true);
        }
        return glossary;
    }

    static StoredAsset term(String name, String glossaryName, boolean glossaryArchived) {
        StoredAsset glossary = any("AtlasGlossary", glossaryName, glossaryName);
        return linked(any("AtlasGlossaryTerm", name + "@" + glossaryName, name), "anchor", glossary, glossaryArchived);
    }

    static StoredAsset linked(StoredAsset asset, String attribute, StoredAsset other, boolean otherArchived) {
        List<Relationship> edges = new ArrayList<>(asset.relationships());
        edges.add(new Relationship(
                attribute,
                new AssetReference(other.typeName(), other.guid()),
                other.name(),
                null,
                otherArchived,
                true));
        return copy(asset, asset.identity(), asset.name(), asset.updatedAt(), asset.attributes(), edges);
    }

    static StoredAsset with(StoredAsset asset, String attribute, Object value) {
        Map<String, Object> attributes = new LinkedHashMap<>(asset.attributes());
        attributes.put(attribute, value);
        return copy(asset, asset.identity(), asset.name(), asset.updatedAt(), attributes, asset.relationships());
    }

    static StoredAsset named(StoredAsset asset, String name) {
        return copy(asset, asset.identity(), name, asset.updatedAt(), asset.attributes(), asset.relationships());
    }

    static StoredAsset updatedAt(StoredAsset asset, Instant time) {
        return copy(asset, asset.identity(), asset.name(), time, asset.attributes(), asset.relationships());
    }

    static StoredAsset updatedBy(StoredAsset asset, String user) {
        return new StoredAsset(
                asset.identity(),
                asset.name(),
                asset.updatedAt(),
                user,
                asset.attributes(),
                asset.relationships(),
                asset.relationshipsRead(),
                asset.tagged(),
                asset.record());
    }

    static StoredAsset withGuid(StoredAsset asset, Guid guid) {
        AssetIdentity identity =
                new AssetIdentity(asset.typeName(), asset.identity().qualifiedName(), guid);
        return copy(asset, identity, asset.name(), asset.updatedAt(), asset.attributes(), asset.relationships());
    }

    static StoredAsset withoutRelationshipsRead(StoredAsset asset) {
        return new StoredAsset(
                asset.identity(),
                asset.name(),
                asset.updatedAt(),
                asset.updatedBy(),
                asset.attributes(),
                List.of(),
                false,
                asset.tagged(),
                asset.record());
    }

    static Guid guid(String seed) {
        return new Guid(UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString());
    }

    private static StoredAsset copy(
            StoredAsset asset,
            AssetIdentity identity,
            String name,
            Instant updatedAt,
            Map<String, Object> attributes,
            List<Relationship> edges) {
        return new StoredAsset(
                identity,
                name,
                updatedAt,
                asset.updatedBy(),
                attributes,
                edges,
                asset.relationshipsRead(),
                asset.tagged(),
                asset.record());
    }
}
