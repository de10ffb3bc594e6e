package io.restoregateway.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type of the tenant with everything it inherits.
 *
 * @param defaults every attribute, with the value that a read shows where none is stored
 * @param headerAttributes the attributes that the long form of a header shows even when nothing is stored
 * @param otherRelations relationship attributes that are always shown, and always empty here
 * @param keepsQualifiedName whether a sent qualifiedName never replaces the stored one
 */
record AssetType(
        String name,
        Set<String> superTypeNames,
        Map<String, @Nullable Object> defaults,
        Set<String> headerAttributes,
        Set<String> otherRelations,
        List<AssetTypes.Mandatory> mandatory,
        List<RelationshipType.End> ends,
        boolean keepsQualifiedName,
        boolean restorable) {

    boolean has(String attribute) {
        return defaults.containsKey(attribute);
    }
}
