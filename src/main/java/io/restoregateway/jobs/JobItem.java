package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a job, and what became of it.
 *
 * @param position its place among the rows, from 0
 * @param line where it stands in the manifest, from 1, or in the list, from 0
 * @param typeName as given; null only in a malformed row, like the other keys
 * @param verdict what the preview said
 * @param outcome what became of it; null while it is open; a duplicate has that of the row it repeats
 * @param warnings codes of what a person should know about it
 * @param duplicateOf the position of the row that names the same asset
 * @param at when the outcome was known
 */
public record JobItem(
        long position,
        long line,
        @Nullable String typeName,
        @Nullable String qualifiedName,
        @Nullable String guid,
        @Nullable Conclusion verdict,
        @Nullable Conclusion outcome,
        List<String> warnings,
        @Nullable Long duplicateOf,
        @Nullable Instant at) {}
