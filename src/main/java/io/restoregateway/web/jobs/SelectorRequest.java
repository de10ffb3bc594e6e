package io.restoregateway.web.jobs;

import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.jobs.Selection;
import io.restoregateway.web.GivenSelector;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which archived assets a job is to find, as a caller says it. */
@Schema(
        name = "Selector",
        description =
                "Conditions as of `GET /api/v1/archived-assets`, at least one; all that are given must hold. The search is"
                        + " run once, while the job is prepared, and what it finds is written down.")
record SelectorRequest(
        @Schema(
                types = {"string", "null"},
                description = "The very type, case-sensitive.")
        @Nullable
        String typeName,

        @Schema(
                types = {"string", "null"},
                description = "The asset of that qualifiedName and everything beneath it, at a `/` boundary.")
        @Nullable
        String qualifiedNamePrefix,

        @Schema(
                types = {"string", "null"},
                description = "Everything that belongs to the connection of that qualifiedName.")
        @Nullable
        String connectionQualifiedName,

        @Schema(
                types = {"string", "null"},
                description = "The very name, case-sensitive.")
        @Nullable
        String name,

        @Schema(
                types = {"string", "null"},
                description = "Who changed it last: who archived it, unless somebody edited it since.")
        @Nullable
        String archivedBy,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "Changed last at this time or later.")
        @Nullable
        String archivedAfter,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "Changed last before this time.")
        @Nullable
        String archivedBefore,

        @Schema(
                types = {"boolean", "null"},
                defaultValue = "false",
                description =
                        "true when also what lies archived beneath the connections, databases, schemas, tables and"
                                + " glossaries found is meant; needs `archivedBy`, `archivedAfter` or `archivedBefore`, so that"
                                + " only what one accident took comes back.")
        @Nullable
        Boolean includeDescendants)
        implements GivenSelector {

    private static final ArchiveSelector NOTHING = new ArchiveSelector(null, null, null, null, null, null, null);

    /** What is to be found; what is malformed is left out, and the reader remembers it. */
    Selection selection(QueryReader reader) {
        boolean descendants = Boolean.TRUE.equals(includeDescendants);
        if (descendants && Stream.of(archivedBy, archivedAfter, archivedBefore).allMatch(Objects::isNull)) {
            reader.refuse("includeDescendants", "needs archivedBy, archivedAfter or archivedBefore beside it");
        }
        return new Selection(read(reader), descendants);
    }

    /** @throws ProblemException when it has no condition */
    static Selection nonEmpty(Selection selection) {
        if (selection.selector().equals(NOTHING)) {
            throw new ProblemException(Problem.of(
                    ProblemType.EMPTY_SELECTOR,
                    "/selector has no condition, so it would mean every archived asset; give at least one"));
        }
        return selection;
    }
}
