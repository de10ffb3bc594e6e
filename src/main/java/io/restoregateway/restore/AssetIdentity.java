package io.restoregateway.restore;

/**
 * What tells one asset from all others: all three keys; may be stored, may not be sent.
 *
 * @param typeName its type
 * @param qualifiedName its name, unique among the assets of that type
 * @param guid its identifier
 */
public record AssetIdentity(TypeName typeName, QualifiedName qualifiedName, Guid guid) {}
