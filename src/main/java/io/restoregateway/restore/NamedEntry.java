package io.restoregateway.restore;

/** What the catalog's store says of a type and qualifiedName. */
public sealed interface NamedEntry {

    /** The first asset of that name, in any status; it may be of a subtype. */
    record Found(AssetIdentity identity) implements NamedEntry {}

    /** On the store's own word there is none. */
    record Nobody() implements NamedEntry {}

    /** The gateway's token may not read it. */
    record Withheld(UpstreamError word) implements NamedEntry {}
}
