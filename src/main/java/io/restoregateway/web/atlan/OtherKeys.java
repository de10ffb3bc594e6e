package io.restoregateway.web.atlan;

import io.restoregateway.web.json.InputErrors;
import io.restoregateway.web.json.SimilarNames;
import io.restoregateway.web.problem.Text;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Refuses what an object says besides the keys that count: Atlan would write it, the gateway will not. */
final class OtherKeys {

    private static final int LONGEST_NAME_TOLD = 200;

    private OtherKeys() {}

    /** Notes every key, other than those that count, whose value is not null. */
    static void refuse(JsonNode object, Set<String> counting, JsonPointer at, InputErrors errors) {
        List<String> sorted = counting.stream().sorted().toList();
        object.properties().forEach(property -> {
            String name = property.getKey();
            if (!counting.contains(name) && !property.getValue().isNull()) {
                errors.add(place(at, name), message(name, sorted));
            }
        });
    }

    /** Where a property stands; a name of unreasonable length is not repeated. */
    static JsonPointer place(JsonPointer at, String name) {
        return name.length() > LONGEST_NAME_TOLD ? at : at.appendProperty(name);
    }

    private static String message(String name, List<String> counting) {
        return Text.quoted(name) + " must be null or left out: only " + String.join(", ", counting) + " count here"
                + SimilarNames.nearest(name, counting)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("");
    }
}
