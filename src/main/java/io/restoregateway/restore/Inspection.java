package io.restoregateway.restore;

import org.jspecify.annotations.Nullable;

/**
 * An asset, and what a restore of it would say.
 *
 * @param asset the asset as stored; null when it is absent or may not be read
 * @param verification the rule's verdict
 */
public record Inspection(@Nullable StoredAsset asset, Verification verification) {}
