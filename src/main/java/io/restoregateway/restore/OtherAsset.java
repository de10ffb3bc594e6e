package io.restoregateway.restore;

import org.jspecify.annotations.Nullable;

/**
 * Another asset that an answer has to mention.
 *
 * @param typeName its type
 * @param guid its identifier
 * @param name its name, where known
 * @param qualifiedName its qualifiedName, where known
 */
public record OtherAsset(
        TypeName typeName,
        Guid guid,
        @Nullable String name,
        @Nullable String qualifiedName) {}
