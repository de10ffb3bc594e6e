package io.restoregateway.sandbox;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the index holds of an asset under a field's name. */
final class IndexFields {

    private final AssetTypes types;

    IndexFields(AssetTypes types) {
        this.types = types;
    }

    @Nullable
    Object value(StoredAsset asset, String field) {
        return switch (plain(field)) {
            case "__guid" -> asset.guid();
            case "__state" -> asset.status().name();
            case "__typeName" -> asset.typeName();
            case "__superTypeNames" -> List.copyOf(types.get(asset.typeName()).superTypeNames());
            case "__createdBy" -> asset.stamp().createdBy();
            case "__modifiedBy" -> asset.stamp().updatedBy();
            case "__timestamp" -> asset.stamp().createTime();
            case "__modificationTimestamp" -> asset.stamp().updateTime();
            case "__traitNames", "__classificationNames" -> asset.extras().classifications();
            case "_score", "_doc", "_shard_doc" -> 0;
            default -> {
                Object stored = asset.attribute(plain(field));
                yield stored != null
                        ? stored
                        : types.get(asset.typeName()).defaults().get(plain(field));
            }
        };
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
        if (left instanceof Number && right instanceof Number) {
            return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
        }
        return String.valueOf(left).compareTo(String.valueOf(right));
    }

    private static String plain(String field) {
        int dot = field.lastIndexOf('.');
        return dot > 0 && List.of("keyword", "text", "stemmed", "date").contains(field.substring(dot + 1))
                ? field.substring(0, dot)
                : field;
    }
}
