package io.restoregateway.archive;

import io.restoregateway.restore.AssetIdentity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An archived asset, as a search found it.
 *
 * @param identity its three keys
 * @param name its name, where stored
 * @param archivedBy who changed it last, which is who archived it unless somebody edited it since
 * @param archivedAt when it was changed last, which is when it was archived unless somebody edited it since
 */
public record ArchivedAsset(
        AssetIdentity identity,
        @Nullable String name,
        @Nullable String archivedBy,
        Instant archivedAt) {}
