package io.restoregateway.web;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.restore.Guid;
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
        ArchiveSelector selector = request.read(reader);
        Guid after = reader.read(
                "cursor", request.cursor(), cursor -> new Guid(Cursor.read(cursor, selector, Guid::isWellFormed)));
        Integer limit = reader.read("limit", request.limit(), QueryReader::limit);
        return reader.checked(new FindQuery(selector, after, Objects.requireNonNullElse(limit, QueryReader.USUAL)));
    }
}
