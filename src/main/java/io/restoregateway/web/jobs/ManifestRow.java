package io.restoregateway.web.jobs;

import io.restoregateway.restore.AssetIdentity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a manifest: it names an asset, or something is wrong with it; either way it counts. */
public sealed interface ManifestRow {

    /** The line on which it begins, counted from 1, a CSV's header included. */
    long line();

    /**
     * A row that names an asset.
     *
     * @param line where it begins
     * @param asset what it names
     */
    record Claimed(long line, AssetIdentity asset) implements ManifestRow {}

    /**
     * A row that names none.
     *
     * @param line where it begins
     * @param typeName what it gives, at most its first 128 characters; null where it gives none
     * @param qualifiedName what it gives, at most its first 10,000 characters; null where it gives none
     * @param guid what it gives, at most its first 100 characters; null where it gives none
     * @param problems what is wrong with it, at least one and at most ten sentences, those of a column beginning with
     *     its name and a colon
     */
    record Malformed(
            long line,
            @Nullable String typeName,
            @Nullable String qualifiedName,
            @Nullable String guid,
            List<String> problems)
            implements ManifestRow {

        public Malformed {
            problems = List.copyOf(problems);
        }
    }
}
