package io.restoregateway.web;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.web.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A search as the archive takes it. */
record FindQuery(ArchiveSelector selector, @Nullable Guid after, int limit) {

    /**
     * Checks all that a caller gave.
     *
     * @throws ProblemException when anything is malformed
     */
    static FindQuery of(FindRequest request) {
        QueryReader reader = new QueryReader();
        ArchiveSelector selector = new ArchiveSelector(
                reader.read("typeName", request.typeName(), TypeName::new),
                reader.read("qualifiedNamePrefix", request.qualifiedNamePrefix(), QualifiedName::new),
                reader.read("connectionQualifiedName", request.connectionQualifiedName(), QualifiedName::new),
                reader.read("name", request.name(), QueryReader::text),
                reader.read("archivedBy", request.archivedBy(), QueryReader::text),
                reader.read("archivedAfter", request.archivedAfter(), QueryReader::time),
                reader.read("archivedBefore", request.archivedBefore(), QueryReader::time));
        Guid after = reader.read(
                "cursor", request.cursor(), cursor -> new Guid(Cursor.read(cursor, selector, Guid::isWellFormed)));
        Integer limit = reader.read("limit", request.limit(), QueryReader::limit);
        reader.refuseEmptySpan("archivedAfter", selector.archivedAfter(), "archivedBefore", selector.archivedBefore());
        return reader.checked(new FindQuery(selector, after, Objects.requireNonNullElse(limit, QueryReader.USUAL)));
    }
}
