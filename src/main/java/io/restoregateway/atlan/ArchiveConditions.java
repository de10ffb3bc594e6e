package io.restoregateway.atlan;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.QualifiedName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A selector's conditions, both as the index is asked and as a hit's own values have to meet them. */
record ArchiveConditions(ArchiveSelector selector) implements HitConditions {

    @Override
    public List<Map<String, Object>> asked() {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(IndexSearch.term("__state", "DELETED"));
        addTerm(all, "__typeName.keyword", selector.typeName());
        addTerm(all, "connectionQualifiedName", selector.connectionQualifiedName());
        addTerm(all, "name.keyword", selector.name());
        addTerm(all, "__modifiedBy", selector.archivedBy());
        if (selector.qualifiedNamePrefix() != null) {
            all.add(atOrBeneath(selector.qualifiedNamePrefix()));
        }
        if (selector.archivedAfter() != null || selector.archivedBefore() != null) {
            all.add(between(selector.archivedAfter(), selector.archivedBefore()));
        }
        return all;
    }

    @Override
    public boolean hold(JsonNode hit) {
        String connection = Json.text(hit.path("attributes"), "connectionQualifiedName");
        return isOrUnasked(selector.typeName(), Json.text(hit, "typeName"))
                && isOrUnasked(selector.name(), EntityJson.name(hit))
                && isOrUnasked(selector.archivedBy(), Json.text(hit, "updatedBy"))
                && (connection == null || isOrUnasked(selector.connectionQualifiedName(), connection))
                && isBeneath(EntityJson.qualifiedName(hit))
                && isInTime(hit.path("updateTime").longValueOpt());
    }

    private boolean isBeneath(@Nullable String name) {
        QualifiedName prefix = selector.qualifiedNamePrefix();
        return prefix == null || (name != null && (name.equals(prefix.value()) || name.startsWith(beneath(prefix))));
    }

    private boolean isInTime(OptionalLong changed) {
        Instant after = selector.archivedAfter();
        Instant before = selector.archivedBefore();
        return changed.isPresent()
                && (after == null || changed.getAsLong() >= millisUp(after))
                && (before == null || changed.getAsLong() < millisUp(before));
    }

    private static boolean isOrUnasked(@Nullable Object asked, @Nullable String stored) {
        return asked == null || asked.toString().equals(stored);
    }

    private static void addTerm(List<Map<String, Object>> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(IndexSearch.term(field, value.toString()));
        }
    }

    private static Map<String, Object> atOrBeneath(QualifiedName prefix) {
        return IndexSearch.either(
                IndexSearch.term("qualifiedName", prefix.value()),
                IndexSearch.prefix("qualifiedName", beneath(prefix)));
    }

    private static String beneath(QualifiedName prefix) {
        return prefix.value().endsWith("/") ? prefix.value() : prefix.value() + "/";
    }

    private static Map<String, Object> between(@Nullable Instant after, @Nullable Instant before) {
        Map<String, Object> range = new LinkedHashMap<>();
        if (after != null) {
            range.put("gte", millisUp(after));
        }
        if (before != null) {
            range.put("lt", millisUp(before));
        }
        return Map.of("range", Map.of("__modificationTimestamp", range));
    }

    /** Atlan's times have milliseconds; a bound between two of them counts as the later. */
    private static long millisUp(Instant bound) {
        return bound.plusNanos(999_999).toEpochMilli();
    }
}
