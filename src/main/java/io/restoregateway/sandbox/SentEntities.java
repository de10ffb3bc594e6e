package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads the body of a bulk call, with the errors that Atlan's own JSON reader makes. */
final class SentEntities {

    static final int MOST = 10_000;
    private static final Set<String> STATUSES = Set.of("ACTIVE", "DELETED", "PURGED");
    private static final String SOURCE = "(org.apache.atlas.web.util.CachedBodyServletInputStream)";

    private SentEntities() {}

    static List<SentEntity> parse(byte[] body) {
        Object root = parseJson(body);
        if (!(root instanceof Map<?, ?>)) {
            throw AtlasFailure.unreadableJson("Cannot deserialize value of type"
                    + " `org.apache.atlas.model.instance.AtlasEntity$AtlasEntitiesWithExtInfo`\\n at [Source: " + SOURCE
                    + "; line: 1, column: 1]");
        }
        Object entities = Json.object(root).get("entities");
        if (entities != null && !(entities instanceof List<?>)) {
            throw notOfType("java.util.ArrayList", "entities");
        }
        List<SentEntity> sent = new ArrayList<>();
        for (Object entity : Json.array(entities)) {
            sent.add(entity(entity));
        }
        if (sent.isEmpty()) {
            throw AtlasFailure.invalidParameters("no entities to create/update.");
        }
        if (sent.size() > MOST) {
            throw AtlasFailure.invalidParameters("more than " + MOST + " entities in one request");
        }
        return sent;
    }

    static @Nullable Object parseJson(byte[] body) {
        try {
            return Json.parse(body);
        } catch (JacksonException e) {
            throw AtlasFailure.unreadableJson(e.getOriginalMessage() + "\\n at [Source: " + SOURCE + "]");
        }
    }

    private static SentEntity entity(@Nullable Object entity) {
        if (!(entity instanceof Map<?, ?>)) {
            throw notOfType("org.apache.atlas.model.instance.AtlasEntity", "entities");
        }
        SentEntity sent = new SentEntity(Json.object(entity));
        for (String objects : List.of("attributes", "relationshipAttributes", "customAttributes")) {
            Object value = sent.fields().get(objects);
            if (value != null && !(value instanceof Map<?, ?>)) {
                throw notOfType("java.util.LinkedHashMap<java.lang.String,java.lang.Object>", objects);
            }
        }
        Object status = sent.fields().get("status");
        if (status != null && !STATUSES.contains(status)) {
            throw AtlasFailure.unreadableJson("Cannot deserialize value of type"
                    + " `org.apache.atlas.model.instance.AtlasEntity$Status` from String \\\"" + status
                    + "\\\": not one of the values accepted for Enum class: [DELETED, ACTIVE, PURGED]\\n at [Source: "
                    + SOURCE + "]");
        }
        return sent;
    }

    private static AtlasFailure notOfType(String type, String field) {
        return AtlasFailure.unreadableJson("Cannot deserialize value of type `" + type + "`\\n at [Source: " + SOURCE
                + "] (through reference chain: [\\\"" + field + "\\\"])");
    }
}
