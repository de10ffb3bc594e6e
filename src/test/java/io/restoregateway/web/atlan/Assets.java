package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.AssetReference;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.Relationship;
import io.restoregateway.restore.RestorableAsset;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.TypeName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stored assets, named by the fact that matters. */
final class Assets {

    static final Guid PUBLISHED = new Guid("e185209b-4b08-4e2f-acc7-35c47229f67f");

    static final Instant LONG_AGO = Instant.parse("2022-05-17T09:53:51.100Z");

    private Assets() {}

    /** The connection of Atlan's published example. */
    static StoredAsset publishedConnection() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("qualifiedName", "default/mongodb/mongodb.atlan.com");
        attributes.put("name", "mongodb.atlan.com");
        attributes.put("connectorName", "mongodb");
        attributes.put("category", "warehouse");
        attributes.put("adminUsers", List.of("jsmith"));
        attributes.put("adminGroups", List.of("group2"));
        attributes.put("adminRoles", List.of("4ac34935-5fc8-4a7a-9505-ea7a530b8e89"));
        attributes.put("ownerUsers", List.of());
        attributes.put("queryTimeout", 10L);
        attributes.put("allowQuery", false);
        attributes.put("rowLimit", null);
        attributes.put("host", null);
        return stored("Connection", PUBLISHED, attributes, List.of());
    }

    static StoredAsset table(String name) {
        return any("Table", "default/snowflake/1700000000/DB/SCHEMA/" + name, name);
    }

    static StoredAsset glossary(String name, StoredAsset... archivedTerms) {
        List<Relationship> edges = Arrays.stream(archivedTerms)
                .map(term -> edge("terms", term, true))
                .toList();
        StoredAsset plain = any("AtlasGlossary", name, name);
        return stored("AtlasGlossary", plain.guid(), plain.attributes(), edges);
    }

    static StoredAsset term(String name, StoredAsset glossary) {
        StoredAsset plain = any("AtlasGlossaryTerm", name + "@" + glossary.name(), name);
        return stored("AtlasGlossaryTerm", plain.guid(), plain.attributes(), List.of(edge("anchor", glossary, false)));
    }

    static StoredAsset any(String typeName, String qualifiedName, String name) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("qualifiedName", qualifiedName);
        attributes.put("name", name);
        attributes.put("description", null);
        attributes.put("adminUsers", List.of());
        return stored(typeName, guid(typeName + qualifiedName + name), attributes, List.of());
    }

    static StoredAsset with(StoredAsset asset, String attribute, Object value) {
        Map<String, Object> attributes = new LinkedHashMap<>(asset.attributes());
        attributes.put(attribute, value);
        return stored(asset.typeName().value(), asset.guid(), attributes, asset.relationships());
    }

    static StoredAsset withQualifiedName(StoredAsset asset, String qualifiedName) {
        return with(asset, "qualifiedName", qualifiedName);
    }

    static StoredAsset withGuid(StoredAsset asset, String seed) {
        return stored(asset.typeName().value(), guid(seed), asset.attributes(), asset.relationships());
    }

    static Guid guid(String seed) {
        return new Guid(
                UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** What Atlan stores when it was sent these values: the lists of administrators replaced, the rest as it was. */
    static StoredAsset afterRestore(RestorableAsset sent) {
        Map<String, Object> attributes = new LinkedHashMap<>(sent.stored().attributes());
        sent.values().forEach((name, value) -> {
            if (attributes.containsKey(name)) {
                attributes.put(name, value);
            }
        });
        StoredAsset before = sent.stored();
        return new StoredAsset(
                before.identity(),
                before.name(),
                before.updatedAt().plus(Duration.ofHours(1)),
                "gateway",
                attributes,
                before.relationships(),
                false,
                before.tagged(),
                before.record());
    }

    private static StoredAsset stored(
            String typeName, Guid guid, Map<String, Object> attributes, List<Relationship> edges) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("isIncomplete", false);
        record.put("createdBy", "crawler");
        record.put("createTime", 1652781231100L);
        record.put("version", 0L);
        record.put("classifications", List.of(Map.of("typeName", "aTag")));
        record.put("labels", List.of());
        return new StoredAsset(
                new AssetIdentity(
                        new TypeName(typeName), new QualifiedName((String) attributes.get("qualifiedName")), guid),
                (String) attributes.get("name"),
                LONG_AGO,
                "archivist",
                attributes,
                edges,
                true,
                true,
                record);
    }

    private static Relationship edge(String attribute, StoredAsset other, boolean archived) {
        return new Relationship(
                attribute, new AssetReference(other.typeName(), other.guid()), other.name(), null, archived, archived);
    }
}
