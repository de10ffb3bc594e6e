package io.restoregateway.restore;

/**
 * Points at another asset, as the value of an attribute such as a term's {@code anchor}.
 *
 * @param typeName the type of the asset pointed at
 * @param guid the asset pointed at
 */
public record AssetReference(TypeName typeName, Guid guid) {}
