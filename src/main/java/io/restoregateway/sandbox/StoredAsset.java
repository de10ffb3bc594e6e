package io.restoregateway.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An asset exactly as the tenant stores it: deeply immutable, so that two snapshots can be compared.
 *
 * @param attributes the attributes that differ from nothing; an attribute that is null in Atlan is absent
 * @param access what the sandbox's token may do with it
 * @param number tells it from all others, as Atlan's document id does
 */
public record StoredAsset(
        String guid,
        String typeName,
        AssetStatus status,
        Map<String, Object> attributes,
        Stamp stamp,
        Extras extras,
        AssetAccess access,
        long number) {

    public StoredAsset {
        attributes = Frozen.object(attributes);
    }

    /** Who created and changed an asset, and when, in milliseconds since the epoch. */
    public record Stamp(String createdBy, String updatedBy, long createTime, long updateTime) {

        static Stamp created(String by, Instant at) {
            return new Stamp(by, by, at.toEpochMilli(), at.toEpochMilli());
        }

        Stamp updated(String by, long at) {
            return new Stamp(createdBy, by, createTime, at);
        }
    }

    /**
     * What hangs on an asset beside its attributes.
     *
     * @param classifications the type names of the tags
     */
    public record Extras(List<String> labels, Map<String, String> customAttributes, List<String> classifications) {

        static final Extras NONE = new Extras(List.of(), Map.of(), List.of());

        public Extras {
            labels = List.copyOf(labels);
            customAttributes = Map.copyOf(customAttributes);
            classifications = List.copyOf(classifications);
        }

        Extras withClassifications(List<String> replacement) {
            return new Extras(labels, customAttributes, replacement);
        }
    }

    public String qualifiedName() {
        return Objects.toString(attributes.get("qualifiedName"), "");
    }

    public String name() {
        return Objects.toString(attributes.get("name"), "");
    }

    public boolean isArchived() {
        return status == AssetStatus.DELETED;
    }

    public long updateTime() {
        return stamp.updateTime();
    }

    @Nullable
    Object attribute(String attribute) {
        return attributes.get(attribute);
    }

    StoredAsset withStatus(AssetStatus replacement) {
        return new StoredAsset(guid, typeName, replacement, attributes, stamp, extras, access, number);
    }

    StoredAsset withAttributes(Map<String, Object> replacement) {
        return new StoredAsset(guid, typeName, status, replacement, stamp, extras, access, number);
    }

    StoredAsset withExtras(Extras replacement) {
        return new StoredAsset(guid, typeName, status, attributes, stamp, replacement, access, number);
    }

    StoredAsset withAccess(AssetAccess replacement) {
        return new StoredAsset(guid, typeName, status, attributes, stamp, extras, replacement, number);
    }

    StoredAsset updated(String by, long at) {
        return new StoredAsset(guid, typeName, status, attributes, stamp.updated(by, at), extras, access, number);
    }
}
