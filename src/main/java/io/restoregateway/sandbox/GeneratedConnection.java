package io.restoregateway.sandbox;

/**
 * A connection that was generated, with everything beneath it.
 *
 * @param assetsBeneath how many assets there are beneath it, itself not counted
 */
public record GeneratedConnection(String guid, String qualifiedName, int assetsBeneath) {}
