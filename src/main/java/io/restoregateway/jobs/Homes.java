package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.StoredAsset;

/** Which connection or glossary an asset belongs to, for people to see where a job reaches. */
final class Homes {

    private Homes() {}

    static String of(StoredAsset asset) {
        return asset.attributes().get("connectionQualifiedName") instanceof String connection && !connection.isEmpty()
                ? connection
                : of(asset.identity());
    }

    /** By its name alone, where nothing more is known: {@code default/<connector>/<number>}, or what follows an {@code @}. */
    static String of(AssetIdentity asset) {
        String name = asset.qualifiedName().value();
        if (name.startsWith("default/")) {
            String[] parts = name.split("/", 4);
            return parts.length < 3 ? "" : String.join("/", parts[0], parts[1], parts[2]);
        }
        int at = name.lastIndexOf('@');
        return at >= 0 ? name.substring(at + 1) : asset.typeName().is("AtlasGlossary") ? name : "";
    }
}
