package io.restoregateway.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One asset of the seed while it is being described. */
final class SeedAsset {

    private final SeedPlan plan;
    private final String guid;
    private final String typeName;
    private final long number;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private StoredAsset.Stamp stamp;
    private StoredAsset.Extras extras = StoredAsset.Extras.NONE;
    private AssetStatus status = AssetStatus.ACTIVE;
    private AssetAccess access = AssetAccess.FULL;

    SeedAsset(SeedPlan plan, String guid, String typeName, Instant created, long number) {
        this.plan = plan;
        this.guid = guid;
        this.typeName = typeName;
        this.number = number;
        this.stamp = StoredAsset.Stamp.created(SeedPlan.CRAWLER, created);
    }

    SeedAsset with(String attribute, Object value) {
        attributes.put(attribute, value);
        return this;
    }

    SeedAsset in(SeedAsset parent) {
        plan.connect(this, parent);
        return this;
    }

    SeedAsset createdBy(String user) {
        stamp = new StoredAsset.Stamp(user, user, stamp.createTime(), stamp.updateTime());
        return this;
    }

    SeedAsset archived(String by, double daysAgo) {
        status = AssetStatus.DELETED;
        stamp = stamp.updated(by, plan.daysAgo(daysAgo).toEpochMilli());
        return this;
    }

    SeedAsset archivedIf(boolean condition, String by, double daysAgo) {
        return condition ? archived(by, daysAgo) : this;
    }

    SeedAsset allowing(AssetAccess allowed) {
        access = allowed;
        return this;
    }

    SeedAsset hanging(List<String> labels, Map<String, String> customAttributes, List<String> classifications) {
        extras = new StoredAsset.Extras(labels, customAttributes, classifications);
        return this;
    }

    String guid() {
        return guid;
    }

    String typeName() {
        return typeName;
    }

    String qualifiedName() {
        return Objects.toString(attributes.get("qualifiedName"));
    }

    String name() {
        return Objects.toString(attributes.get("name"));
    }

    boolean isArchived() {
        return status == AssetStatus.DELETED;
    }

    StoredAsset stored() {
        return new StoredAsset(guid, typeName, status, attributes, stamp, extras, access, number);
    }
}
