package io.restoregateway.sandbox;

/**
 * An edge between two assets as the tenant stores it; archiving either end archives the edge.
 *
 * @param type the relationship's type, for example {@code schema_tables}
 */
public record StoredRelationship(String guid, String type, String childGuid, String parentGuid, AssetStatus status) {

    StoredRelationship withStatus(AssetStatus replacement) {
        return new StoredRelationship(guid, type, childGuid, parentGuid, replacement);
    }

    boolean touches(String assetGuid) {
        return childGuid.equals(assetGuid) || parentGuid.equals(assetGuid);
    }

    String otherEnd(String assetGuid) {
        return childGuid.equals(assetGuid) ? parentGuid : childGuid;
    }

    boolean isActive() {
        return status == AssetStatus.ACTIVE;
    }
}
