package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.jobs.JobItem;
import io.restoregateway.jobs.JobSource;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One input of a job and what became of it, as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "JobItem",
        description = "One input of the job, and what became of it. Members that do not apply are absent.")
record ItemBody(
        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Its place among the inputs, from 0.")
        long index,

        @Nullable @Schema(description = "The line of the manifest on which it begins, from 1.")
        Long line,

        @Nullable String typeName,
        @Nullable String qualifiedName,
        @Nullable String guid,

        @Nullable @Schema(description = "What the preview said.")
        Verdict verdict,

        @Nullable
        @Schema(
                description =
                        "What became of it; absent while it is open. A duplicate has that of the input it repeats.")
        Outcome outcome,

        @Nullable @Schema(description = "Why, as the API's problems call it; absent when all went well.")
        String code,

        @Nullable String message,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "Codes of what a person should know about it.")
        List<String> warnings,

        @Nullable @Schema(description = "The index of the input that names the same asset.")
        Long duplicateOf,

        @Nullable @Schema(description = "When the outcome was known.")
        Instant at) {

    static ItemBody of(JobItem item, JobSource source) {
        boolean inManifest = source == JobSource.CSV || source == JobSource.NDJSON;
        Conclusion outcome = item.outcome();
        return new ItemBody(
                item.position(),
                inManifest ? item.line() : null,
                item.typeName(),
                item.qualifiedName(),
                item.guid(),
                item.verdict() == null ? null : Verdict.of(item.verdict()),
                outcome == null ? null : outcome.outcome(),
                outcome == null ? null : outcome.code(),
                outcome == null ? null : outcome.message(),
                item.warnings(),
                item.duplicateOf(),
                item.at());
    }

    /** What the preview said of an item. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ItemVerdict", description = "What the preview said of the item.")
    record Verdict(
            @Schema(requiredMode = RequiredMode.REQUIRED) Outcome outcome,
            @Nullable String code,
            @Nullable String message) {

        static Verdict of(Conclusion verdict) {
            return new Verdict(verdict.outcome(), verdict.code(), verdict.message());
        }
    }
}
