package io.restoregateway.restore;

import org.jspecify.annotations.Nullable;

/**
 * An edge from a stored asset to another, as the store shows it.
 *
 * @param attribute the name of the relationship attribute, such as {@code anchor}
 * @param other the asset at the other end
 * @param name what Atlan displays for it, where told
 * @param qualifiedName its qualifiedName, where told
 * @param otherArchived true when the asset at the other end is archived
 * @param edgeArchived true when the edge itself is archived
 */
public record Relationship(
        String attribute,
        AssetReference other,
        @Nullable String name,
        @Nullable String qualifiedName,
        boolean otherArchived,
        boolean edgeArchived) {}
