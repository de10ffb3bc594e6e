package io.restoregateway.web.jobs;

import io.restoregateway.web.json.LooseRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an undo is to be called; it always awaits confirmation. */
@Schema(name = "UndoRequest", description = "What the new job is to be called; it always awaits confirmation.")
record UndoRequest(
        @Schema(
                types = {"string", "null"},
                minLength = 1,
                maxLength = 200,
                description = JobWords.NAME_IS)
        @Nullable
        String name)
        implements LooseRequest {

    static final UndoRequest NOTHING = new UndoRequest(null);
}
