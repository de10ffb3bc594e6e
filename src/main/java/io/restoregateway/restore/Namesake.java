package io.restoregateway.restore;

/**
 * A search hit for a qualifiedName; its status comes from the store, but the index may lag and miss others.
 *
 * @param identity its three keys
 * @param name its name, empty where none is stored
 * @param active whether the asset is active; archived otherwise
 */
public record Namesake(AssetIdentity identity, String name, boolean active) {

    OtherAsset asOther() {
        return new OtherAsset(
                identity.typeName(),
                identity.guid(),
                name,
                identity.qualifiedName().value());
    }
}
