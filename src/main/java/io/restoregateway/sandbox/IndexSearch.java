package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One search: the hits come from the index, which may be behind, everything else about them from the store. */
final class IndexSearch {

    private static final int WINDOW = 10_000;

    private final AssetTypes types;
    private final Headers headers;
    private final IndexFields fields;
    private final FoundBefore found;
    private final Map<String, @Nullable Object> request;
    private final Map<String, @Nullable Object> dsl;

    IndexSearch(AssetTypes types, FoundBefore found, Map<String, @Nullable Object> request) {
        this.types = types;
        this.headers = new Headers(types);
        this.fields = new IndexFields(types);
        this.found = found;
        this.request = request;
        this.dsl = Json.object(request.get("dsl"));
    }

    Map<String, @Nullable Object> answer(TenantVersion index, TenantState store) {
        if (dsl.isEmpty()) {
            throw AtlasFailure.invalidParameters("Unable to parse the DSL query: it is missing");
        }
        int from = number("from", 0);
        int size = number("size", 10);
        if (from + size > WINDOW) {
            throw AtlasFailure.searchFailed("Result window is too large, from + size must be less than or equal to: ["
                    + WINDOW + "] but was [" + (from + size) + "]");
        }
        IndexSort sort = new IndexSort(fields, dsl.get("sort"));
        List<@Nullable Object> after = sort.checked(Json.array(dsl.get("search_after")));
        IndexHits hits = hits(index);
        List<Object> entities = new ArrayList<>();
        hits.inOrder(sort, after).skip(from).limit(size).forEach(hit -> add(entities, hit, store));
        Map<String, @Nullable Object> answer =
                Json.of("queryType", "INDEX", "searchParameters", SearchParameters.of(request, dsl, size));
        if (!entities.isEmpty()) {
            answer.put("entities", entities);
        }
        answer.put("approximateCount", hits.guids().size());
        return answer;
    }

    private IndexHits hits(TenantVersion index) {
        Object query = dsl.containsKey("query") ? dsl.get("query") : Map.of("match_all", Map.of());
        return IndexHits.of(
                Objects.requireNonNullElse(query, Map.of()), new IndexQuery(fields).compile(query), index, found);
    }

    /** A hit that the store no longer has is left out. */
    private void add(List<Object> entities, StoredAsset hit, TenantState store) {
        StoredAsset stored = store.find(hit.guid());
        if (stored != null) {
            entities.add(
                    request.containsKey("attributes")
                            ? headers.header(stored, attributes(stored, store), true)
                            : headers.brief(stored));
        }
    }

    private Map<String, @Nullable Object> attributes(StoredAsset asset, TenantState store) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (String attribute : Json.strings(request.get("attributes"))) {
            Object value = types.end(asset.typeName(), attribute)
                    .map(end -> related(asset, end, store))
                    .orElseGet(() -> fields.value(asset, attribute));
            if (value != null) {
                attributes.put(attribute, value);
            }
        }
        return attributes;
    }

    /** Archived relationships are never returned by a search, whatever it asks for. */
    private @Nullable Object related(StoredAsset asset, RelationshipType.End end, TenantState store) {
        List<Object> others = new ArrayList<>();
        store.edgesOf(asset.guid()).stream()
                .filter(edge -> end.holds(edge, asset.guid()) && edge.isActive())
                .forEach(edge -> {
                    StoredAsset other = store.find(edge.otherEnd(asset.guid()));
                    if (other != null) {
                        others.add(reference(other));
                    }
                });
        if (others.isEmpty()) {
            return null;
        }
        return end.isList() ? others : others.getFirst();
    }

    private Map<String, @Nullable Object> reference(StoredAsset asset) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (String attribute : Json.strings(request.get("relationAttributes"))) {
            Object value = fields.value(asset, attribute);
            if (value != null) {
                attributes.put(attribute, value);
            }
        }
        return Json.of(
                "typeName", asset.typeName(),
                "guid", asset.guid(),
                "uniqueAttributes", Json.of("qualifiedName", asset.qualifiedName()),
                "attributes", attributes);
    }

    private int number(String field, int otherwise) {
        return dsl.get(field) instanceof Number number ? number.intValue() : otherwise;
    }
}
