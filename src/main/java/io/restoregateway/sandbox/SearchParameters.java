package io.restoregateway.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request as a search's answer repeats it, filled up with everything that was not asked for. */
final class SearchParameters {

    private static final List<String> SWITCHES = List.of(
            "showSearchScore",
            "suppressLogs",
            "excludeMeanings",
            "excludeClassifications",
            "enableFullRestriction",
            "includeClassificationNames",
            "showHighlights",
            "showSearchMetadata",
            "includeSourceInResults",
            "allowDeletedRelations",
            "accessControlExclusive",
            "includeRelationshipAttributes");

    private SearchParameters() {}

    static Map<String, @Nullable Object> of(
            Map<String, @Nullable Object> request, Map<String, @Nullable Object> dsl, int size) {
        Map<String, @Nullable Object> sentMetadata = Json.object(request.get("requestMetadata"));
        Object tags = sentMetadata.get("utmTags");
        boolean saves = Boolean.TRUE.equals(sentMetadata.get("saveSearchLog"));
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        for (String list : List.of("attributes", "relationAttributes")) {
            if (request.containsKey(list)) {
                parameters.put(list, request.get(list));
            }
        }
        SWITCHES.forEach(one -> parameters.put(one, Boolean.TRUE.equals(request.get(one))));
        parameters.put(
                "requestMetadata",
                Json.of(
                        "searchInput",
                        sentMetadata.get("searchInput"),
                        "utmTags",
                        tags,
                        "saveSearchLog",
                        saves,
                        "persona",
                        sentMetadata.get("persona")));
        parameters.put(
                "async",
                Json.of(
                        "isCallAsync", false,
                        "searchContextId", null,
                        "searchContextSequenceNo", null,
                        "requestTimeoutInSecs", null));
        parameters.put("dsl", dsl);
        parameters.put("query", Json.text(dsl));
        parameters.put("querySize", size);
        if (tags != null) {
            parameters.put("utmTags", tags);
        }
        parameters.put("saveSearchLog", saves);
        parameters.put("callAsync", false);
        return parameters;
    }
}
