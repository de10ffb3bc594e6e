package io.restoregateway.atlan;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.AssetReference;
import io.restoregateway.restore.CatalogEntry;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.MalformedValueException;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.Relationship;
import io.restoregateway.restore.StoredAsset;
import io.restoregateway.restore.TypeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads Atlan's entities, headers and hits; what lacks a key that the rule needs is no asset. */
final class EntityJson {

    private static final String ARCHIVED = "DELETED";

    private static final String ACTIVE = "ACTIVE";

    private static final String PURGED = "PURGED";

    /** What has its own place in a stored asset. */
    private static final Set<String> TOLD_ELSEWHERE =
            Set.of("typeName", "guid", "status", "attributes", "relationshipAttributes");

    private EntityJson() {}

    /** What an entity read from the store says of its guid. */
    static CatalogEntry entry(Guid guid, JsonNode entity, boolean relationships, String requestId) {
        String status = Json.text(entity, "status");
        if (PURGED.equals(status)) {
            return new CatalogEntry.Absent(guid, Troubles.word("It was purged", guid.value(), requestId));
        }
        StoredAsset asset = asset(entity, relationships);
        if (asset != null && ACTIVE.equals(status)) {
            return new CatalogEntry.Active(asset);
        }
        if (asset != null && ARCHIVED.equals(status)) {
            return new CatalogEntry.Archived(asset);
        }
        String detail = "It was read without a usable typeName, qualifiedName, status or updateTime";
        return new CatalogEntry.Withheld(guid, Troubles.word(detail, guid.value(), requestId));
    }

    private static @Nullable StoredAsset asset(JsonNode entity, boolean relationships) {
        AssetIdentity identity = identity(entity);
        OptionalLong updated = entity.path("updateTime").longValueOpt();
        if (identity == null || updated.isEmpty()) {
            return null;
        }
        Map<String, @Nullable Object> record = Json.fields(entity);
        record.keySet().removeAll(TOLD_ELSEWHERE);
        return new StoredAsset(
                identity,
                name(entity),
                Instant.ofEpochMilli(updated.getAsLong()),
                Json.text(entity, "updatedBy"),
                Json.fields(entity.path("attributes")),
                relationships ? relationships(entity.path("relationshipAttributes")) : List.of(),
                relationships,
                !entity.path("classifications").isEmpty()
                        || !entity.path("classificationNames").isEmpty(),
                record);
    }

    /** The three keys of an entity or hit; null when one is missing or malformed. */
    static @Nullable AssetIdentity identity(JsonNode entity) {
        Guid guid = guid(entity);
        String typeName = Json.text(entity, "typeName");
        String qualifiedName = qualifiedName(entity);
        if (guid == null || typeName == null || qualifiedName == null) {
            return null;
        }
        try {
            return new AssetIdentity(new TypeName(typeName), new QualifiedName(qualifiedName), guid);
        } catch (MalformedValueException _) {
            return null;
        }
    }

    static @Nullable Guid guid(JsonNode entity) {
        return guid(Json.text(entity, "guid"));
    }

    static @Nullable Guid guid(@Nullable String value) {
        return value != null && Guid.isWellFormed(value) ? new Guid(value) : null;
    }

    static @Nullable String name(JsonNode entity) {
        return Json.text(entity.path("attributes"), "name");
    }

    static @Nullable String qualifiedName(JsonNode entity) {
        return Json.text(entity.path("attributes"), "qualifiedName");
    }

    static boolean isActive(JsonNode entity) {
        return ACTIVE.equals(Json.text(entity, "status"));
    }

    static boolean isArchived(JsonNode entity) {
        return ARCHIVED.equals(Json.text(entity, "status"));
    }

    static boolean isPurged(JsonNode entity) {
        return PURGED.equals(Json.text(entity, "status"));
    }

    private static List<Relationship> relationships(JsonNode attributes) {
        return attributes.properties().stream()
                .flatMap(attribute -> ends(attribute.getValue())
                        .map(end -> relationship(attribute.getKey(), end))
                        .flatMap(Stream::ofNullable))
                .toList();
    }

    private static Stream<JsonNode> ends(JsonNode value) {
        return value.isArray() ? value.valueStream() : Stream.of(value);
    }

    private static @Nullable Relationship relationship(String attribute, JsonNode end) {
        Guid guid = guid(end);
        String typeName = Json.text(end, "typeName");
        if (guid == null || typeName == null || !typeName.matches(TypeName.FORM)) {
            return null;
        }
        return new Relationship(
                attribute,
                new AssetReference(new TypeName(typeName), guid),
                Json.text(end, "displayText"),
                Json.text(end.path("uniqueAttributes"), "qualifiedName"),
                isGone(end, "entityStatus"),
                isGone(end, "relationshipStatus"));
    }

    private static boolean isGone(JsonNode end, String field) {
        String status = Json.text(end, field);
        return status != null && !status.equals(ACTIVE);
    }
}
