package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call says that it changed: headers under {@code CREATE}, {@code UPDATE} and {@code DELETE}. */
final class Mutations {

    private final List<Object> created = new ArrayList<>();
    private final Map<String, Object> updated = new LinkedHashMap<>();
    private final Map<String, Object> deleted = new LinkedHashMap<>();
    private boolean somethingElse;

    void create(Map<String, @Nullable Object> header) {
        created.add(header);
    }

    void update(String guid, Map<String, @Nullable Object> header) {
        updated.putIfAbsent(guid, header);
    }

    void delete(String guid, Map<String, @Nullable Object> header) {
        deleted.putIfAbsent(guid, header);
    }

    /** Something was changed that the answer does not list: {@code UPDATE} is then there, and empty. */
    void changeUnlisted() {
        somethingElse = true;
    }

    boolean isEmpty() {
        return created.isEmpty() && updated.isEmpty() && deleted.isEmpty() && !somethingElse;
    }

    /** The answer's {@code mutatedEntities} and, where given, its {@code guidAssignments}. */
    Map<String, @Nullable Object> body(@Nullable Map<String, String> guidAssignments) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        if (!isEmpty()) {
            body.put("mutatedEntities", lists());
        }
        if (guidAssignments != null) {
            body.put("guidAssignments", guidAssignments);
        }
        return body;
    }

    private Map<String, @Nullable Object> lists() {
        Map<String, @Nullable Object> lists = new LinkedHashMap<>();
        if (!created.isEmpty()) {
            lists.put("CREATE", created);
        }
        if (!deleted.isEmpty()) {
            lists.put("DELETE", List.copyOf(deleted.values()));
        }
        if (!updated.isEmpty() || somethingElse) {
            lists.put("UPDATE", List.copyOf(updated.values()));
        }
        return lists;
    }
}
