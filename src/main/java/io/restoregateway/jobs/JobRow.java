package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import org.jspecify.annotations.Nullable;

/** One input of a job, as a list or a manifest gives it. */
public sealed interface JobRow {

    /** Where it stands: the line of a manifest, from 1, or the index in a list, from 0. */
    long line();

    /** An asset claimed by its three keys. */
    record Claimed(long line, AssetIdentity identity) implements JobRow {}

    /**
     * Something of which no restore can be asked.
     *
     * @param typeName what stands there, as far as anything does
     * @param message what is wrong with it
     */
    record Malformed(
            long line,
            @Nullable String typeName,
            @Nullable String qualifiedName,
            @Nullable String guid,
            String message) implements JobRow {}
}
