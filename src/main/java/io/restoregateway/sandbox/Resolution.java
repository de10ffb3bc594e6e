package io.restoregateway.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides which stored asset each entry of a bulk call means: by guid, then by type and qualifiedName, then a new one. */
final class Resolution {

    private final TenantState state;
    private final AssetTypes types;
    private final Supplier<String> placeholders;
    private final Map<String, String> guidsByKey = new LinkedHashMap<>();

    /**
     * An entry and the asset that it means.
     *
     * @param key the guid that was sent, or the placeholder that stands for a missing one
     * @param existing the stored asset; null when one is created
     */
    record Resolved(
            SentEntity sent,
            AssetType sentType,
            String key,
            String guid,
            @Nullable StoredAsset existing) {}

    Resolution(TenantState state, AssetTypes types, Supplier<String> placeholders) {
        this.state = state;
        this.types = types;
        this.placeholders = placeholders;
    }

    /** The same guid twice: the first entry is used, the others are dropped without a word. */
    List<Resolved> resolve(List<SentEntity> entities) {
        Map<String, SentEntity> byKey = new LinkedHashMap<>();
        for (SentEntity sent : entities) {
            if (sent.hasInvalidGuid()) {
                throw AtlasFailure.invalidGuid(sent.guid());
            }
            String key = Optional.ofNullable(sent.guid()).orElseGet(placeholders);
            if (types.find(sent.typeName()).isEmpty()) {
                throw AtlasFailure.unknownType(String.valueOf(sent.typeName()), key);
            }
            byKey.putIfAbsent(key, sent);
        }
        List<Resolved> resolved = new ArrayList<>();
        byKey.forEach((key, sent) -> resolved.add(resolve(key, sent)));
        resolved.forEach(this::checkReferences);
        return resolved;
    }

    private Resolved resolve(String key, SentEntity sent) {
        AssetType type = types.get(String.valueOf(sent.typeName()));
        StoredAsset existing = sent.meant(state, types);
        if (existing == null && !sent.hasPlaceholder()) {
            throw AtlasFailure.unknownReference(key, key);
        }
        String guid = existing != null
                ? existing.guid()
                : Guids.of("created", key, type.name(), String.valueOf(sent.qualifiedName()), placeholders.get());
        guidsByKey.put(key, guid);
        return new Resolved(sent, type, key, guid, existing);
    }

    private void checkReferences(Resolved resolved) {
        for (RelationshipType.End end : resolved.sentType().ends()) {
            Object value = resolved.sent().value(end.attribute());
            for (Object reference : Json.arrayOrOne(value)) {
                if (find(reference).isEmpty()) {
                    throw AtlasFailure.unknownReference(describe(reference), resolved.key());
                }
            }
        }
    }

    /** The assets that a relationship attribute refers to. */
    Set<String> targets(@Nullable Object value) {
        Set<String> guids = new LinkedHashSet<>();
        for (Object reference : Json.arrayOrOne(value)) {
            find(reference).ifPresent(guids::add);
        }
        return guids;
    }

    /** The placeholder or the unknown guid that was sent, and the asset that it turned out to be. */
    Map<String, String> guidAssignments() {
        Map<String, String> assignments = new LinkedHashMap<>(guidsByKey);
        assignments.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return assignments;
    }

    private Optional<String> find(@Nullable Object reference) {
        Map<String, @Nullable Object> fields = Json.object(reference);
        String guid = Json.string(fields.get("guid"));
        if (guid != null && guidsByKey.containsKey(guid)) {
            return Optional.ofNullable(guidsByKey.get(guid));
        }
        if (guid != null && state.find(guid) != null) {
            return Optional.of(guid);
        }
        String typeName = Json.string(fields.get("typeName"));
        String qualifiedName =
                Json.string(Json.object(fields.get("uniqueAttributes")).get("qualifiedName"));
        return typeName == null || qualifiedName == null
                ? Optional.empty()
                : state.findByName(types, typeName, qualifiedName).map(StoredAsset::guid);
    }

    private static String describe(@Nullable Object reference) {
        Object guid = Json.object(reference).get("guid");
        return guid != null ? String.valueOf(guid) : String.valueOf(reference);
    }
}
