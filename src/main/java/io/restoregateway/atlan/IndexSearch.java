package io.restoregateway.atlan;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Namesake;
import io.restoregateway.restore.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Searches the index; what a hit is now, its own stored values say. */
final class IndexSearch {

    /** Of all the keys to sort by, the one that stays as it is while assets are archived and restored. */
    private static final List<Map<String, Object>> BY_GUID = List.of(Map.of("__guid", Map.of("order", "asc")));

    private static final int PAGE = 1_000;

    private static final int MOST_PAGES = 20;

    private final AtlanCalls calls;

    IndexSearch(AtlanCalls calls) {
        this.calls = calls;
    }

    /** All assets, in any status, that have one of these names. */
    List<Namesake> namesakes(Set<QualifiedName> names) {
        List<String> all = names.stream().map(QualifiedName::value).toList();
        List<Namesake> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PAGE) {
            List<String> some = all.subList(from, Math.min(from + PAGE, all.size()));
            found.addAll(allNamed(some, names));
        }
        return found;
    }

    private List<Namesake> allNamed(List<String> some, Set<QualifiedName> names) {
        Object query = filter(List.of(Map.of("terms", Map.of("qualifiedName", some))));
        List<Namesake> found = new ArrayList<>();
        Guid after = null;
        int seen = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            Hits hits = search(query, PAGE, after);
            hits.entities().stream()
                    .map(hit -> namesake(hit, names, hits))
                    .filter(Objects::nonNull)
                    .forEach(found::add);
            seen += hits.entities().size();
            if (hits.entities().isEmpty() || seen >= hits.total()) {
                return found;
            }
            after = guid(hits.entities().getLast(), hits);
        }
        throw Troubles.nonsense("Atlan's search does not come to an end", "");
    }

    private static @Nullable Namesake namesake(JsonNode hit, Set<QualifiedName> names, Hits hits) {
        AssetIdentity identity = EntityJson.identity(hit);
        if (identity == null) {
            throw Troubles.nonsense("Atlan's search found an asset without keys", hits.requestId());
        }
        if (EntityJson.isPurged(hit) || !names.contains(identity.qualifiedName())) {
            return null;
        }
        if (!EntityJson.isActive(hit) && !EntityJson.isArchived(hit)) {
            throw Troubles.nonsense("Atlan's search found an asset without a status", hits.requestId());
        }
        return new Namesake(identity, Objects.requireNonNullElse(EntityJson.name(hit), ""), EntityJson.isActive(hit));
    }

    /** Those of up to 100 guids that the index knows; not to know one proves nothing. */
    Set<Guid> known(Collection<Guid> guids) {
        List<String> values = guids.stream().map(Guid::value).toList();
        Hits hits = search(filter(List.of(Map.of("terms", Map.of("__guid", values)))), 100, null);
        return hits.entities().stream()
                .flatMap(hit -> Stream.ofNullable(EntityJson.guid(hit)))
                .filter(guids::contains)
                .collect(Collectors.toSet());
    }

    /** One page of hits, in the order of their guids, after that one; null stands for the beginning. */
    Hits search(Object query, int size, @Nullable Guid after) {
        AtlanRequest request = AtlanRequest.search(body(query, size, after));
        return switch (calls.read(request)) {
            case Answer.Told told -> hits(told);
            case Answer answer -> throw Troubles.of(answer);
        };
    }

    private static Hits hits(Answer.Told told) {
        JsonNode entities = told.body().path("entities");
        long total = told.body().path("approximateCount").longValueOpt().orElse(-1);
        boolean usable = entities.isArray() || entities.isMissingNode() || entities.isNull();
        if (!usable || total < 0) {
            throw Troubles.nonsense("Atlan's search answered nonsense", told.requestId());
        }
        return new Hits(entities.valueStream().toList(), total, told.requestId());
    }

    static Guid guid(JsonNode hit, Hits hits) {
        Guid guid = EntityJson.guid(hit);
        if (guid == null) {
            throw Troubles.nonsense("Atlan's search found an asset without a guid", hits.requestId());
        }
        return guid;
    }

    /** A query that every one of these conditions must meet. */
    static Map<String, Object> filter(List<Map<String, Object>> conditions) {
        return Map.of("bool", Map.of("filter", conditions));
    }

    /** A query that one of these conditions must meet. */
    static Map<String, Object> either(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("should", List.of(one, other));
        either.put("minimum_should_match", 1);
        return Map.of("bool", either);
    }

    static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, Object> prefix(String field, String start) {
        return Map.of("prefix", Map.of(field, start));
    }

    private static Map<String, Object> body(Object query, int size, @Nullable Guid after) {
        Map<String, Object> dsl = new LinkedHashMap<>();
        dsl.put("from", 0);
        dsl.put("size", size);
        dsl.put("track_total_hits", true);
        dsl.put("query", query);
        dsl.put("sort", BY_GUID);
        if (after != null) {
            dsl.put("search_after", List.of(after.value()));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("dsl", dsl);
        body.put("attributes", List.of("qualifiedName", "name", "connectionQualifiedName"));
        body.put("relationAttributes", List.of());
        body.put("allowDeletedRelations", true);
        body.put("requestMetadata", Map.of("saveSearchLog", false, "utmTags", List.of("restore-gateway")));
        return body;
    }

    /**
     * What a search found.
     *
     * @param entities the hits of this page
     * @param total how many there are in all
     */
    record Hits(List<JsonNode> entities, long total, String requestId) {}
}
