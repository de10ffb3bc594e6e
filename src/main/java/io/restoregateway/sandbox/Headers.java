package io.restoregateway.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of assets in their four forms. */
final class Headers {

    private static final List<String> FEW = List.of("qualifiedName", "name", "description");
    private static final Set<String> NOT_WHEN_DELETED =
            Set.of("viewScore", "__hasLineage", "hasPopularityInsights", "lexicographicalSortOrder");

    private final AssetTypes types;

    Headers(AssetTypes types) {
        this.types = types;
    }

    /** With few attributes: what a restore answers and {@code /header} reads. */
    Map<String, @Nullable Object> brief(StoredAsset asset) {
        return header(asset, few(asset), true);
    }

    /** With few attributes and nothing that hangs on the asset: how a neighbour of a new asset is listed. */
    Map<String, @Nullable Object> neighbour(StoredAsset asset) {
        return header(asset, few(asset), false);
    }

    /** With many attributes: what a creation and a plain overwrite answer. */
    Map<String, @Nullable Object> full(StoredAsset asset) {
        return header(asset, many(asset), true);
    }

    /** With many attributes and how it was deleted. */
    Map<String, @Nullable Object> deleted(StoredAsset asset, String handler) {
        Map<String, @Nullable Object> attributes = many(asset);
        attributes.keySet().removeAll(NOT_WHEN_DELETED);
        Map<String, @Nullable Object> header = header(asset.withStatus(AssetStatus.DELETED), attributes, true);
        header.put("vertexId", String.valueOf(40_960 + asset.number() * 4_096));
        header.put("deleteHandler", handler);
        return header;
    }

    Map<String, @Nullable Object> header(
            StoredAsset asset, Map<String, @Nullable Object> attributes, boolean withWhatHangsOnIt) {
        Map<String, @Nullable Object> header = Json.of(
                "typeName", asset.typeName(),
                "attributes", attributes,
                "superTypeNames", types.get(asset.typeName()).superTypeNames(),
                "docId", docId(asset),
                "guid", asset.guid(),
                "status", asset.status().name());
        if (withWhatHangsOnIt) {
            header.put("displayText", asset.name());
            header.put("classificationNames", asset.extras().classifications());
            header.put("classifications", classifications(asset));
            header.put("meaningNames", List.of());
            header.put("meanings", List.of());
            header.put("isIncomplete", false);
            header.put("labels", asset.extras().labels());
        } else {
            header.put("isIncomplete", false);
        }
        stamp(header, asset);
        return header;
    }

    static void stamp(Map<String, @Nullable Object> target, StoredAsset asset) {
        target.put("createdBy", asset.stamp().createdBy());
        target.put("updatedBy", asset.stamp().updatedBy());
        target.put("createTime", asset.stamp().createTime());
        target.put("updateTime", asset.stamp().updateTime());
    }

    static String docId(StoredAsset asset) {
        return Long.toString(50_000 + asset.number() * 36, 36);
    }

    static List<Map<String, @Nullable Object>> classifications(StoredAsset asset) {
        return asset.extras().classifications().stream()
                .map(tag -> Json.of(
                        "typeName",
                        tag,
                        "entityGuid",
                        asset.guid(),
                        "entityStatus",
                        asset.status().name(),
                        "propagate",
                        false,
                        "removePropagationsOnEntityDelete",
                        true))
                .toList();
    }

    private static Map<String, @Nullable Object> few(StoredAsset asset) {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (String attribute : FEW) {
            if (asset.attribute(attribute) != null) {
                attributes.put(attribute, asset.attribute(attribute));
            }
        }
        return attributes;
    }

    private Map<String, @Nullable Object> many(StoredAsset asset) {
        AssetType type = types.get(asset.typeName());
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        for (String attribute : type.headerAttributes()) {
            if (type.defaults().get(attribute) != null) {
                attributes.put(attribute, type.defaults().get(attribute));
            }
        }
        attributes.putAll(asset.attributes());
        return attributes;
    }
}
