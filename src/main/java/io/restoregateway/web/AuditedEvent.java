package io.restoregateway.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.audit.Action;
import io.restoregateway.audit.AuditEvent;
import io.restoregateway.restore.Conclusion;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody had something done to an asset, and what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEvent", description = "That somebody had something done to an asset, and what came of it.")
record AuditedEvent(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Later events have larger ids.")
        long id,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "When it was asked for, in UTC.")
        Instant at,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "Who asked for it: `api-key`, or `anonymous` where anybody may call.")
        String actor,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "The `X-Request-Id` of the request.")
        String requestId,

        @Nullable @Schema(description = "The job that did it; absent when it was done at once.")
        UUID jobId,

        @Schema(requiredMode = RequiredMode.REQUIRED) Action action,
        @Schema(requiredMode = RequiredMode.REQUIRED) Subject asset,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "What came of it. `OPEN`: a write was about to be sent, and nothing is known of it yet;"
                        + " when that lasts, because the gateway stopped in the middle, a read settles it.")
        AuditedOutcome outcome,

        @Nullable @Schema(description = "Why, as the code of a problem; absent when all went well.")
        String code,

        @Nullable @Schema(description = "More about it, in a sentence.")
        String message,

        @Nullable @Schema(description = "The X-Atlan-Request-Id of the write; absent when none was sent and answered.")
        String atlanRequestId,

        @Nullable @Schema(description = "When the outcome was known, in UTC; absent while it is `OPEN`.")
        Instant completedAt) {

    static AuditedEvent of(AuditEvent event) {
        Conclusion conclusion = event.conclusion();
        return new AuditedEvent(
                event.id(),
                event.at(),
                event.origin().actor(),
                event.origin().requestId(),
                event.origin().jobId(),
                event.origin().action(),
                Subject.of(event.asset()),
                AuditedOutcome.of(conclusion),
                conclusion == null ? null : conclusion.code(),
                conclusion == null ? null : conclusion.message(),
                event.atlanRequestId(),
                event.completedAt());
    }

    /** The asset that it is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AuditedAsset", description = "The asset, as it was asked for.")
    record Subject(
            @Schema(requiredMode = RequiredMode.REQUIRED) String typeName,

            @Nullable
            @Schema(description = "Absent where Atlan tells none of an asset that came back with another one.")
            String qualifiedName,

            @Nullable @Schema(description = "Absent when it was asked for by its qualifiedName, and none was found.")
            String guid) {

        static Subject of(AuditEvent.Subject asset) {
            return new Subject(asset.typeName(), asset.qualifiedName(), asset.guid());
        }
    }
}
