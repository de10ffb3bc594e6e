package io.restoregateway.restore;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Restorable assets for tests outside this package, as if they had been verified. */
public final class RestorableAssetFixtures {

    /** When all of them were verified: the time at which the clocks of tests start. */
    public static final Instant VERIFIED_AT = Instant.parse("2026-11-21T10:00:00Z");

    private RestorableAssetFixtures() {}

    /** An asset verified just now, to be sent with its qualifiedName and name. */
    public static RestorableAsset verifiedAsset(AssetIdentity identity, String name) {
        return verifiedAsset(identity, name, Map.of());
    }

    /** An asset verified just now, to be sent with more than its qualifiedName and name. */
    public static RestorableAsset verifiedAsset(AssetIdentity identity, String name, Map<String, Object> more) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("qualifiedName", identity.qualifiedName().value());
        values.put("name", name);
        values.putAll(more);
        StoredAsset stored =
                new StoredAsset(identity, name, Instant.EPOCH, "someone", Map.of(), List.of(), true, false, Map.of());
        return new RestorableAsset(stored, values, VERIFIED_AT);
    }

    /** Some table verified just now. */
    public static RestorableAsset anyVerifiedAsset(Guid guid) {
        QualifiedName name = new QualifiedName("default/snowflake/1700000004/DB/S/" + guid);
        return verifiedAsset(new AssetIdentity(new TypeName("Table"), name, guid), "T");
    }

    /** An active asset verified just now, to be archived again. */
    public static ArchivableAsset anyArchivableAsset(Guid guid) {
        return new ArchivableAsset(anyVerifiedAsset(guid).stored(), Set.of(), VERIFIED_AT);
    }
}
