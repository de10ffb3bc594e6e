package io.restoregateway.sandbox;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the index holds of an asset under a field's name. */
final class IndexFields {

    private final AssetTypes types;

    IndexFields(AssetTypes types) {
        this.types = types;
    }

    @Nullable
    Object value(StoredAsset asset, String field) {
        return reader(field).apply(asset);
    }

    /** Reads a field of any number of assets. */
    Function<StoredAsset, @Nullable Object> reader(String field) {
        String plain = plain(field);
        return switch (plain) {
            case "__guid" -> StoredAsset::guid;
            case "__state" -> asset -> asset.status().name();
            case "__typeName" -> StoredAsset::typeName;
            case "__superTypeNames" ->
                asset -> List.copyOf(types.get(asset.typeName()).superTypeNames());
            case "__createdBy" -> asset -> asset.stamp().createdBy();
            case "__modifiedBy" -> asset -> asset.stamp().updatedBy();
            case "__timestamp" -> asset -> asset.stamp().createTime();
            case "__modificationTimestamp" -> StoredAsset::updateTime;
            case "__traitNames", "__classificationNames" ->
                asset -> asset.extras().classifications();
            case "_score", "_doc", "_shard_doc" -> asset -> 0;
            default -> asset -> attribute(asset, plain);
        };
    }

    private @Nullable Object attribute(StoredAsset asset, String attribute) {
        Object stored = asset.attribute(attribute);
        return stored != null ? stored : types.get(asset.typeName()).defaults().get(attribute);
    }

    /** Whether the field is broken into lower-case words. */
    static boolean isText(String field) {
        return field.equals("name")
                || field.equals("displayName")
                || field.endsWith(".text")
                || field.endsWith(".stemmed")
                || field.equals("description")
                || field.equals("userDescription");
    }

    static int compare(Object left, Object right) {
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(((Number) left).longValue(), ((Number) right).longValue());
        }
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return String.valueOf(left).compareTo(String.valueOf(right));
    }

    private static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Integer;
    }

    private static String plain(String field) {
        int dot = field.lastIndexOf('.');
        return dot > 0 && List.of("keyword", "text", "stemmed", "date").contains(field.substring(dot + 1))
                ? field.substring(0, dot)
                : field;
    }
}
