package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A small evaluator of Elasticsearch's query language, as far as Atlan's clients use it. */
final class IndexQuery {

    private final IndexFields fields;

    IndexQuery(IndexFields fields) {
        this.fields = fields;
    }

    Predicate<StoredAsset> compile(@Nullable Object query) {
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
            case "term" -> onField(body, "value", IndexQuery::equal);
            case "prefix" -> onField(body, "value", (value, sent) -> value.startsWith(sent));
            case "wildcard" ->
                onField(
                        body,
                        "value",
                        (value, sent) -> glob(sent).matcher(value).matches());
            case "match", "match_phrase" -> onField(body, "query", IndexQuery::sharesWord);
            case "terms" -> terms(body);
            case "exists" -> {
                String field = String.valueOf(body.get("field"));
                yield asset -> !values(asset, field).isEmpty();
            }
            case "range" -> range(body);
            default -> throw AtlasFailure.searchFailed("unknown query [" + kind + "]");
        };
    }

    private Predicate<StoredAsset> bool(Map<String, @Nullable Object> body) {
        List<Predicate<StoredAsset>> must = compileAll(body.get("must"));
        must.addAll(compileAll(body.get("filter")));
        List<Predicate<StoredAsset>> mustNot = compileAll(body.get("must_not"));
        List<Predicate<StoredAsset>> should = compileAll(body.get("should"));
        int atLeast = body.get("minimum_should_match") != null
                ? Integer.parseInt(String.valueOf(body.get("minimum_should_match")))
                : must.isEmpty() && !should.isEmpty() ? 1 : 0;
        return asset -> must.stream().allMatch(one -> one.test(asset))
                && mustNot.stream().noneMatch(one -> one.test(asset))
                && should.stream().filter(one -> one.test(asset)).count() >= atLeast;
    }

    private List<Predicate<StoredAsset>> compileAll(@Nullable Object clauses) {
        List<Predicate<StoredAsset>> compiled = new ArrayList<>();
        Json.arrayOrOne(clauses).forEach(clause -> compiled.add(compile(clause)));
        return compiled;
    }

    private Predicate<StoredAsset> onField(
            Map<String, @Nullable Object> body, String key, BiPredicate<String, String> test) {
        String field = onlyField(body);
        Map<String, @Nullable Object> options = Json.object(body.get(field));
        Object value = options.isEmpty() ? body.get(field) : options.get(key);
        if (value == null) {
            throw AtlasFailure.searchFailed("value cannot be null for field [" + field + "]");
        }
        boolean anyCase = Boolean.TRUE.equals(options.get("case_insensitive"));
        String sent = fold(String.valueOf(value), anyCase);
        return asset -> values(asset, field).stream()
                .map(one -> fold(String.valueOf(one), anyCase))
                .anyMatch(one -> test.test(one, sent));
    }

    private Predicate<StoredAsset> terms(Map<String, @Nullable Object> body) {
        String field = onlyField(body);
        List<String> wanted = Json.strings(body.get(field));
        return asset -> values(asset, field).stream()
                .anyMatch(value -> wanted.stream().anyMatch(one -> equal(String.valueOf(value), one)));
    }

    private Predicate<StoredAsset> range(Map<String, @Nullable Object> body) {
        String field = onlyField(body);
        Map<String, @Nullable Object> bounds = Json.object(body.get(field));
        return asset -> values(asset, field).stream().anyMatch(value -> within(bounds, value));
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

    private List<?> values(StoredAsset asset, String field) {
        Object value = fields.value(asset, field);
        if (value instanceof String text && IndexFields.isText(field)) {
            return words(text);
        }
        return Json.arrayOrOne(value);
    }

    private static String onlyField(Map<String, @Nullable Object> body) {
        return body.keySet().stream()
                .filter(field -> !field.equals("boost"))
                .findFirst()
                .orElseThrow(() -> AtlasFailure.searchFailed("field name is null or empty"));
    }

    private static boolean equal(String value, String sent) {
        return value.equals(sent);
    }

    private static boolean sharesWord(String value, String sent) {
        return value.equals(sent) || words(sent).contains(value.toLowerCase(Locale.ROOT));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    private static String fold(String text, boolean anyCase) {
        return anyCase ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** {@code *} and {@code ?} as in Elasticsearch, {@code \} takes the next character as it is. */
    private static Pattern glob(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(++i))));
            } else if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
