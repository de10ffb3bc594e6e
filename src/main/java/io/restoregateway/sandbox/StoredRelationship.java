package io.restoregateway.sandbox;

/**
 * An edge between two assets as the tenant stores it; archiving either end archives the edge.
 *
 * @param type the relationship's type, for example {@code schema_tables}
 * @param number tells it from all others, and the older from the younger
 */
public record StoredRelationship(
        String guid, String type, String childGuid, String parentGuid, AssetStatus status, long number) {

    StoredRelationship withStatus(AssetStatus replacement) {
        return new StoredRelationship(guid, type, childGuid, parentGuid, replacement, number);
    }

    EdgeEnd childEnd() {
        return new EdgeEnd(childGuid, number);
    }

    EdgeEnd parentEnd() {
        return new EdgeEnd(parentGuid, number);
    }

    String otherEnd(String assetGuid) {
        return childGuid.equals(assetGuid) ? parentGuid : childGuid;
    }

    boolean isActive() {
        return status == AssetStatus.ACTIVE;
    }
}
