package io.restoregateway.restore;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of the asset to restore; believed only after it was compared with what the catalog stores.
 *
 * @param identity the asset meant
 * @param expected attributes that must have these stored values (plain JSON values: strings, numbers, booleans, lists,
 *     maps, null); compared, never written
 * @param administrators who shall administer the restored connection besides those who do
 * @param updatedAt the {@code updateTime} that the archived asset must still have; null when any will do
 * @param latest the latest {@code updateTime} that it may have; null when any will do
 */
public record AssetClaim(
        AssetIdentity identity,
        Map<String, @Nullable Object> expected,
        AdministratorsClaim administrators,
        @Nullable Instant updatedAt,
        @Nullable Instant latest) {

    public AssetClaim {
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    }

    /** A claim that holds whenever the asset was changed last. */
    public AssetClaim(
            AssetIdentity identity, Map<String, @Nullable Object> expected, AdministratorsClaim administrators) {
        this(identity, expected, administrators, null, null);
    }

    /** A claim of the three keys and nothing else. */
    public static AssetClaim of(AssetIdentity identity) {
        return new AssetClaim(identity, Map.of(), AdministratorsClaim.NONE);
    }

    /** A claim of the three keys, and of the moment when the asset was changed last, where that is known. */
    public static AssetClaim of(AssetIdentity identity, @Nullable Instant updatedAt) {
        return new AssetClaim(identity, Map.of(), AdministratorsClaim.NONE, updatedAt, null);
    }

    /** A claim of the three keys, and that nobody has changed the asset after a moment. */
    public static AssetClaim unchangedAfter(AssetIdentity identity, Instant latest) {
        return new AssetClaim(identity, Map.of(), AdministratorsClaim.NONE, null, latest);
    }

    Guid guid() {
        return identity.guid();
    }
}
