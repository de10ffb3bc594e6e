package io.restoregateway.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry of a bulk call as it was sent. */
record SentEntity(Map<String, @Nullable Object> fields) {

    @Nullable
    String typeName() {
        return Json.string(fields.get("typeName"));
    }

    @Nullable
    String guid() {
        return Json.string(fields.get("guid"));
    }

    /** A guid that is there but null or empty is an error; one that is absent is a placeholder. */
    boolean hasInvalidGuid() {
        String guid = guid();
        return fields.containsKey("guid") && (guid == null || guid.isEmpty());
    }

    boolean hasPlaceholder() {
        String guid = guid();
        return guid == null || guid.startsWith("-");
    }

    /** The stored asset that it means: by guid, else by type and qualifiedName. */
    @Nullable
    StoredAsset meant(TenantState state, AssetTypes types) {
        StoredAsset byGuid = hasPlaceholder() ? null : state.find(String.valueOf(guid()));
        String typeName = typeName();
        String qualifiedName = qualifiedName();
        return byGuid != null || typeName == null || qualifiedName == null
                ? byGuid
                : state.findByName(types, typeName, qualifiedName).orElse(null);
    }

    boolean wantsActive() {
        return "ACTIVE".equals(fields.get("status"));
    }

    Map<String, @Nullable Object> attributes() {
        return Json.object(fields.get("attributes"));
    }

    Map<String, @Nullable Object> relationshipAttributes() {
        return Json.object(fields.get("relationshipAttributes"));
    }

    @Nullable
    String qualifiedName() {
        return Json.string(attributes().get("qualifiedName"));
    }

    /** An attribute wherever it was sent. */
    @Nullable
    Object value(String attribute) {
        Object value = attributes().get(attribute);
        return value != null ? value : relationshipAttributes().get(attribute);
    }
}
