package io.restoregateway.archive;

import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which archived assets are meant; a condition that is null does not count.
 *
 * @param typeName the very type
 * @param qualifiedNamePrefix the asset of that qualifiedName and everything beneath it, at a {@code /} boundary
 * @param connectionQualifiedName everything that belongs to that connection
 * @param name the very name
 * @param archivedBy who changed it last
 * @param archivedAfter changed last at this time or later
 * @param archivedBefore changed last before this time
 */
public record ArchiveSelector(
        @Nullable TypeName typeName,
        @Nullable QualifiedName qualifiedNamePrefix,
        @Nullable QualifiedName connectionQualifiedName,
        @Nullable String name,
        @Nullable String archivedBy,
        @Nullable Instant archivedAfter,
        @Nullable Instant archivedBefore) {

    /** Whether it says who archived, or when: then it can tell one accident from all else. */
    public boolean isBounded() {
        return archivedBy != null || archivedAfter != null || archivedBefore != null;
    }

    /** The same who and when, and no other condition. */
    public ArchiveSelector bounds() {
        return new ArchiveSelector(null, null, null, null, archivedBy, archivedAfter, archivedBefore);
    }
}
