package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.archive.ArchiveSelector;
import io.restoregateway.jobs.Selection;
import io.restoregateway.restore.QualifiedName;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a job searched for, as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SelectorOfJob", description = "What the job searched for, once.")
record SelectorBody(
        @Nullable String typeName,
        @Nullable String qualifiedNamePrefix,
        @Nullable String connectionQualifiedName,
        @Nullable String name,
        @Nullable String archivedBy,
        @Nullable Instant archivedAfter,
        @Nullable Instant archivedBefore,
        @Schema(requiredMode = RequiredMode.REQUIRED) boolean includeDescendants) {

    static SelectorBody of(Selection selection) {
        ArchiveSelector selector = selection.selector();
        return new SelectorBody(
                selector.typeName() == null ? null : selector.typeName().value(),
                text(selector.qualifiedNamePrefix()),
                text(selector.connectionQualifiedName()),
                selector.name(),
                selector.archivedBy(),
                selector.archivedAfter(),
                selector.archivedBefore(),
                selection.includeDescendants());
    }

    private static @Nullable String text(@Nullable QualifiedName name) {
        return name == null ? null : name.value();
    }
}
