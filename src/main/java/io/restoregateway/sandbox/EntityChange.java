package io.restoregateway.sandbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one entry writes into an asset: every attribute that is present, nulls included. */
final class EntityChange {

    private static final Set<String> IN_GLOSSARY = Set.of("AtlasGlossaryTerm", "AtlasGlossaryCategory");

    private final AssetTypes types;
    private final SentEntity sent;

    EntityChange(AssetTypes types, SentEntity sent) {
        this.types = types;
        this.sent = sent;
    }

    StoredAsset created(Resolution.Resolved entry, Draft draft, Resolution resolution) {
        AssetType type = entry.sentType();
        Map<String, Object> attributes = written(type, Map.of(), false);
        if (type.keepsQualifiedName() && !type.name().equals("Connection")) {
            attributes.put("qualifiedName", generatedName(entry, draft, resolution));
        }
        if (type.name().startsWith("AtlasGlossary")) {
            attributes.put("lexicographicalSortOrder", "0|1" + Headers.docId(placeholder(entry, draft)) + ":");
        }
        return placeholder(entry, draft).withAttributes(attributes).withExtras(extras(StoredAsset.Extras.NONE));
    }

    StoredAsset updated(StoredAsset stored) {
        AssetType type = types.get(stored.typeName());
        return stored.withAttributes(written(type, stored.attributes(), type.keepsQualifiedName()))
                .withExtras(extras(stored.extras()));
    }

    /** Writes the relationships that the entry holds and names the assets at their other ends. */
    Set<String> connect(StoredAsset asset, Draft draft, Resolution resolution) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(sent.relationshipAttributes());
        values.putAll(sent.attributes());
        Set<String> neighbours = new LinkedHashSet<>();
        values.forEach((attribute, value) -> types.end(asset.typeName(), attribute)
                .ifPresent(end -> neighbours.addAll(connect(asset, end, resolution.targets(value), draft))));
        return neighbours;
    }

    /** An archived asset whose edge is archived too keeps it so: a restore brings it back by itself. */
    private Set<String> connect(StoredAsset asset, RelationshipType.End end, Set<String> targets, Draft draft) {
        List<String> held = new ArrayList<>();
        for (StoredRelationship edge : draft.edgesOf(asset.guid())) {
            if (end.holds(edge, asset.guid()) && (edge.isActive() || asset.isArchived())) {
                held.add(edge.otherEnd(asset.guid()));
            }
        }
        return targets.size() == held.size() && held.containsAll(targets)
                ? Set.of()
                : draft.replaceEdges(asset.guid(), end, targets);
    }

    private static StoredAsset placeholder(Resolution.Resolved entry, Draft draft) {
        return new StoredAsset(
                entry.guid(),
                entry.sentType().name(),
                AssetStatus.ACTIVE,
                Map.of(),
                StoredAsset.Stamp.created(draft.user(), Instant.ofEpochMilli(draft.time())),
                StoredAsset.Extras.NONE,
                AssetAccess.FULL,
                draft.nextNumber());
    }

    private String generatedName(Resolution.Resolved entry, Draft draft, Resolution resolution) {
        String id = Guids.nanoId(entry.guid());
        String type = entry.sentType().name();
        if (IN_GLOSSARY.contains(type)) {
            return resolution.targets(sent.value("anchor")).stream()
                    .findFirst()
                    .flatMap(glossary -> Optional.ofNullable(draft.find(glossary)))
                    .map(glossary -> id + "@" + glossary.qualifiedName())
                    .orElse(id);
        }
        return type.equals("AtlasGlossary") ? id : "default/" + type.toLowerCase(Locale.ROOT) + "/" + id;
    }

    private Map<String, Object> written(AssetType type, Map<String, Object> stored, boolean keepName) {
        Map<String, Object> attributes = new LinkedHashMap<>(stored);
        sent.attributes().forEach((attribute, value) -> {
            boolean kept = keepName && attribute.equals("qualifiedName");
            if (type.has(attribute) && !kept) {
                Object present = Objects.requireNonNullElse(
                        stored.get(attribute),
                        Objects.requireNonNullElse(type.defaults().get(attribute), Nothing.HERE));
                write(attributes, attribute, present, value);
            }
        });
        return attributes;
    }

    private enum Nothing {
        HERE
    }

    private void write(Map<String, Object> attributes, String attribute, Object present, @Nullable Object value) {
        if (value == null) {
            clear(attributes, attribute, present);
        } else if (!same(present, value)) {
            attributes.put(attribute, value);
        }
    }

    private void clear(Map<String, Object> attributes, String attribute, Object present) {
        if (present instanceof Boolean on) {
            if (on) {
                attributes.put(attribute, false);
            }
        } else if (present instanceof Number number && types.isNumber(attribute)) {
            if (!same(number, 0)) {
                attributes.put(attribute, 0);
            }
        } else {
            attributes.remove(attribute);
        }
    }

    private static boolean same(Object stored, Object value) {
        if (stored instanceof Number left && value instanceof Number right) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
        }
        return stored.equals(Frozen.value(value));
    }

    /** Labels and custom attributes replace what is there, but only where they are present. */
    private StoredAsset.Extras extras(StoredAsset.Extras stored) {
        Map<String, @Nullable Object> fields = sent.fields();
        List<String> labels = fields.containsKey("labels") ? Json.strings(fields.get("labels")) : stored.labels();
        Map<String, String> custom = stored.customAttributes();
        if (fields.containsKey("customAttributes")) {
            custom = new LinkedHashMap<>();
            for (var entry : Json.object(fields.get("customAttributes")).entrySet()) {
                custom.put(entry.getKey(), String.valueOf(entry.getValue()));
            }
        }
        return new StoredAsset.Extras(labels, custom, stored.classifications());
    }
}
