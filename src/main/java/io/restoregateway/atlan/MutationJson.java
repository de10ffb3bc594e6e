package io.restoregateway.atlan;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAnswer.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a write did; what cannot be read whole is no answer. */
final class MutationJson {

    private MutationJson() {}

    static RestoreAnswer answer(Answer.Told told, Set<Guid> sent) {
        JsonNode body = told.body();
        JsonNode mutated = body.path("mutatedEntities");
        JsonNode assigned = body.path("guidAssignments");
        if (!body.isObject() || body.has("errorCode") || !isObjectOrAbsent(mutated) || !isObjectOrAbsent(assigned)) {
            return unusable(told);
        }
        List<Header> updated = new ArrayList<>();
        List<Header> created = new ArrayList<>();
        List<Header> deleted = new ArrayList<>();
        for (Map.Entry<String, JsonNode> list : mutated.properties()) {
            boolean read = addAll(
                    list.getValue(),
                    switch (list.getKey()) {
                        case "CREATE" -> created;
                        case "DELETE", "PURGE" -> deleted;
                        default -> updated;
                    });
            if (!read) {
                return unusable(told);
            }
        }
        return new RestoreAnswer.Committed(updated, created, deleted, assignments(assigned, sent), told.requestId());
    }

    private static RestoreAnswer unusable(Answer.Told told) {
        String detail = "Atlan answered the write with 200 and nonsense";
        return new RestoreAnswer.Unanswered(detail, false, Troubles.word(detail, null, told.requestId()));
    }

    private static boolean isObjectOrAbsent(JsonNode node) {
        return node.isObject() || node.isMissingNode() || node.isNull();
    }

    private static boolean addAll(JsonNode list, List<Header> headers) {
        for (JsonNode entity : list.values()) {
            Header header = header(entity);
            if (header == null) {
                return false;
            }
            headers.add(header);
        }
        return list.isArray() || list.isNull();
    }

    private static @Nullable Header header(JsonNode entity) {
        Guid guid = EntityJson.guid(entity);
        OptionalLong updated = entity.path("updateTime").longValueOpt();
        return guid == null
                ? null
                : new Header(
                        guid,
                        Json.text(entity, "typeName"),
                        EntityJson.qualifiedName(entity),
                        EntityJson.name(entity),
                        updated.isPresent() ? Instant.ofEpochMilli(updated.getAsLong()) : null,
                        entity.path("attributes").size());
    }

    /**
     * The pairs of guids that were sent. Taken for itself is no news; taken for something that is no guid is a pair all
     * the same, with itself, so that nobody overlooks it. Placeholders are never sent, so pairs of such are not ours.
     */
    private static Map<Guid, Guid> assignments(JsonNode assigned, Set<Guid> sent) {
        Map<Guid, Guid> pairs = new LinkedHashMap<>();
        assigned.properties().forEach(pair -> {
            Guid key = EntityJson.guid(pair.getKey().toLowerCase(Locale.ROOT));
            String value = pair.getValue().stringValueOpt().orElse("").toLowerCase(Locale.ROOT);
            if (key != null && sent.contains(key) && !value.equals(key.value())) {
                Guid other = EntityJson.guid(value);
                pairs.put(key, other == null ? key : other);
            }
        });
        return pairs;
    }
}
