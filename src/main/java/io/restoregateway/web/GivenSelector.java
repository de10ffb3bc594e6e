package io.restoregateway.web;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import org.jspecify.annotations.Nullable;

/** The conditions of a search as a caller gives them, as texts; all that are given must hold. */
public interface GivenSelector {

    @Nullable
    String typeName();

    @Nullable
    String qualifiedNamePrefix();

    @Nullable
    String connectionQualifiedName();

    @Nullable
    String name();

    @Nullable
    String archivedBy();

    @Nullable
    String archivedAfter();

    @Nullable
    String archivedBefore();

    /** The conditions as the archive takes them; what is malformed is left out, and the reader remembers it. */
    default ArchiveSelector read(QueryReader reader) {
        ArchiveSelector selector = new ArchiveSelector(
                reader.read("typeName", typeName(), TypeName::new),
                reader.read("qualifiedNamePrefix", qualifiedNamePrefix(), QualifiedName::new),
                reader.read("connectionQualifiedName", connectionQualifiedName(), QualifiedName::new),
                reader.read("name", name(), QueryReader::text),
                reader.read("archivedBy", archivedBy(), QueryReader::text),
                reader.read("archivedAfter", archivedAfter(), QueryReader::time),
                reader.read("archivedBefore", archivedBefore(), QueryReader::time));
        reader.refuseEmptySpan("archivedAfter", selector.archivedAfter(), "archivedBefore", selector.archivedBefore());
        return selector;
    }
}
