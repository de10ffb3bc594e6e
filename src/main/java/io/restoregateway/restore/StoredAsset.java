package io.restoregateway.restore;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An asset as the catalog's store holds it, read by guid.
 *
 * @param identity its three keys
 * @param name its name; null where none is stored
 * @param updatedAt when it was last changed (archiving and restoring count), to the millisecond
 * @param updatedBy who changed it last, where told
 * @param attributes its stored attributes as plain JSON values (strings, numbers, booleans, lists, maps, null)
 * @param relationships its edges; empty when they were not read
 * @param relationshipsRead whether the edges were read
 * @param tagged whether it carries tags (classifications)
 * @param record everything else that Atlan tells of it ({@code createdBy}, {@code createTime} …), as plain JSON values
 */
public record StoredAsset(
        AssetIdentity identity,
        @Nullable String name,
        Instant updatedAt,
        @Nullable String updatedBy,
        Map<String, @Nullable Object> attributes,
        List<Relationship> relationships,
        boolean relationshipsRead,
        boolean tagged,
        Map<String, @Nullable Object> record) {

    public StoredAsset {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        relationships = List.copyOf(relationships);
        record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
    }

    /** The asset's identifier. */
    public Guid guid() {
        return identity.guid();
    }

    /** The asset's type. */
    public TypeName typeName() {
        return identity.typeName();
    }

    /** Whether guid, type, qualifiedName and name are the same. */
    boolean isNamedLike(StoredAsset other) {
        return identity.equals(other.identity) && Objects.equals(name, other.name);
    }

    /** The edges of one relationship attribute. */
    Stream<Relationship> related(String attribute) {
        return relationships.stream().filter(edge -> edge.attribute().equals(attribute));
    }

    /** A stored text that is neither null nor empty. */
    Optional<String> text(String attribute) {
        return attributes.get(attribute) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A stored text that is the qualifiedName of another asset. */
    Optional<QualifiedName> qualifiedName(String attribute) {
        return text(attribute).filter(QualifiedName::isWellFormed).map(QualifiedName::new);
    }

    Administrators administrators() {
        return new Administrators(texts("adminUsers"), texts("adminGroups"), texts("adminRoles"));
    }

    private List<String> texts(String attribute) {
        return attributes.get(attribute) instanceof List<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
