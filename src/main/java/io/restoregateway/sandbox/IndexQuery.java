package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small evaluator of Elasticsearch's query language, as far as Atlan's clients use it. */
final class IndexQuery {

    private static final Set<String> GUID = Set.of("__guid", "__guid.keyword");
    private static final Set<String> NAME = Set.of("qualifiedName", "qualifiedName.keyword");

    private final IndexFields fields;

    IndexQuery(IndexFields fields) {
        this.fields = fields;
    }

    IndexCondition compile(@Nullable Object query) {
        Map<String, @Nullable Object> clause = Json.object(query);
        if (clause.size() != 1) {
            throw AtlasFailure.searchFailed("query malformed, expected one field but found " + clause.keySet());
        }
        String kind = clause.keySet().iterator().next();
        Map<String, @Nullable Object> body = Json.object(clause.get(kind));
        return switch (kind) {
            case "match_all" -> asset -> true;
            case "match_none" -> asset -> false;
            case "bool" -> bool(body);
            case "constant_score" -> compile(body.get("filter"));
            case "term" -> term(body);
            case "prefix" -> prefix(body);
            case "wildcard" -> onField(body, "value", Glob::of);
            case "match", "match_phrase" -> onField(body, "query", IndexQuery::sharesWord);
            case "terms" -> terms(body);
            case "exists" -> onValues(String.valueOf(body.get("field")), value -> true);
            case "range" -> range(body);
            default -> throw AtlasFailure.searchFailed("unknown query [" + kind + "]");
        };
    }

    private IndexCondition bool(Map<String, @Nullable Object> body) {
        List<IndexCondition> must = compileAll(body.get("must"));
        must.addAll(compileAll(body.get("filter")));
        List<IndexCondition> mustNot = compileAll(body.get("must_not"));
        List<IndexCondition> should = compileAll(body.get("should"));
        int atLeast = body.get("minimum_should_match") != null
                ? Integer.parseInt(String.valueOf(body.get("minimum_should_match")))
                : must.isEmpty() && !should.isEmpty() ? 1 : 0;
        return new BoolCondition(must, mustNot, should, atLeast);
    }

    private List<IndexCondition> compileAll(@Nullable Object clauses) {
        List<IndexCondition> compiled = new ArrayList<>();
        Json.arrayOrOne(clauses).forEach(clause -> compiled.add(compile(clause)));
        return compiled;
    }

    private IndexCondition term(Map<String, @Nullable Object> body) {
        IndexCondition condition = onField(body, "value", sent -> sent::equals);
        return anyCase(body) ? condition : exactly(condition, onlyField(body), List.of(sent(body, "value")));
    }

    private IndexCondition terms(Map<String, @Nullable Object> body) {
        String field = onlyField(body);
        Set<String> wanted = Set.copyOf(Json.strings(body.get(field)));
        return exactly(onValues(field, value -> wanted.contains(String.valueOf(value))), field, wanted);
    }

    private static IndexCondition exactly(IndexCondition condition, String field, Collection<String> wanted) {
        if (GUID.contains(field)) {
            return condition.among(state -> new IndexCondition.Candidates(
                    wanted.size(), () -> wanted.stream().flatMap(guid -> Stream.ofNullable(state.find(guid)))));
        }
        return NAME.contains(field)
                ? condition.among(state -> new IndexCondition.Candidates(
                        wanted.size(), () -> wanted.stream().flatMap(state::named)))
                : condition;
    }

    private IndexCondition prefix(Map<String, @Nullable Object> body) {
        IndexCondition condition = onField(body, "value", sent -> value -> value.startsWith(sent));
        if (anyCase(body) || !NAME.contains(onlyField(body))) {
            return condition;
        }
        String sent = sent(body, "value");
        return condition.among(state -> {
            var names = state.namesStartingWith(sent);
            return new IndexCondition.Candidates(names.size(), () -> state.assetsOf(names));
        });
    }

    private IndexCondition onField(
            Map<String, @Nullable Object> body, String key, Function<String, Predicate<String>> test) {
        boolean anyCase = anyCase(body);
        Predicate<String> compiled = test.apply(fold(sent(body, key), anyCase));
        return onValues(onlyField(body), value -> compiled.test(fold(String.valueOf(value), anyCase)));
    }

    private static String sent(Map<String, @Nullable Object> body, String key) {
        String field = onlyField(body);
        Map<String, @Nullable Object> options = Json.object(body.get(field));
        Object value = options.isEmpty() ? body.get(field) : options.get(key);
        if (value == null) {
            throw AtlasFailure.searchFailed("value cannot be null for field [" + field + "]");
        }
        return String.valueOf(value);
    }

    private static boolean anyCase(Map<String, @Nullable Object> body) {
        return Boolean.TRUE.equals(Json.object(body.get(onlyField(body))).get("case_insensitive"));
    }

    private IndexCondition range(Map<String, @Nullable Object> body) {
        String field = onlyField(body);
        Map<String, @Nullable Object> bounds = Json.object(body.get(field));
        return onValues(field, value -> within(bounds, value));
    }

    private static boolean within(Map<String, @Nullable Object> bounds, Object value) {
        return isWithin(bounds.get("gte"), value, order -> order >= 0)
                && isWithin(bounds.get("gt"), value, order -> order > 0)
                && isWithin(bounds.get("lte"), value, order -> order <= 0)
                && isWithin(bounds.get("lt"), value, order -> order < 0);
    }

    private static boolean isWithin(@Nullable Object limit, Object value, IntPredicate order) {
        return limit == null || order.test(IndexFields.compare(value, limit));
    }

    /** Whether any value of a field passes. */
    private IndexCondition onValues(String field, Predicate<Object> test) {
        Function<StoredAsset, @Nullable Object> reader = fields.reader(field);
        boolean inWords = IndexFields.isText(field);
        return asset -> {
            Object value = reader.apply(asset);
            return switch (value) {
                case null -> false;
                case List<?> several -> several.stream().anyMatch(test);
                case String text when inWords -> words(text).stream().anyMatch(test);
                default -> test.test(value);
            };
        };
    }

    private static String onlyField(Map<String, @Nullable Object> body) {
        return body.keySet().stream()
                .filter(field -> !field.equals("boost"))
                .findFirst()
                .orElseThrow(() -> AtlasFailure.searchFailed("field name is null or empty"));
    }

    private static Predicate<String> sharesWord(String sent) {
        List<String> words = words(sent);
        return value -> value.equals(sent) || words.contains(value.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    private static String fold(String text, boolean anyCase) {
        return anyCase ? text.toLowerCase(Locale.ROOT) : text;
    }
}
