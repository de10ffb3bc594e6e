package io.restoregateway.archive;

import io.restoregateway.restore.TypeName;
import java.util.Map;
import java.util.Optional;

/** How one knows what belongs to a container. */
public enum Containment {

    /** By the connection that an asset names, or by a qualifiedName beneath the connection's. */
    CONNECTION,

    /** By a qualifiedName beneath the container's, at a {@code /} boundary. */
    PATH,

    /** By the glossary in which a term or category is anchored. */
    GLOSSARY;

    private static final Map<String, Containment> BY_TYPE = Map.of(
            "Connection", CONNECTION,
            "Database", PATH,
            "Schema", PATH,
            "Table", PATH,
            "View", PATH,
            "MaterialisedView", PATH,
            "AtlasGlossary", GLOSSARY);

    /** That of a container's type; none for types that contain nothing that could be told. */
    public static Optional<Containment> of(TypeName typeName) {
        return Optional.ofNullable(BY_TYPE.get(typeName.value()));
    }
}
