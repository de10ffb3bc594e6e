package io.restoregateway.web.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.restoregateway.jobs.Preview;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Warning;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a job would do and what it takes, as callers read it. */
@Schema(name = "JobPreview", description = "What the job would do, and what it takes.")
record PreviewBody(
        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "How many items of each of the 500 most frequent types.")
        Map<String, Long> byType,

        @Schema(requiredMode = RequiredMode.REQUIRED) List<Verdict> byVerdict,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description =
                        "How many items under each of the 500 connections and glossaries with the most, by the first 200"
                                + " characters of its qualifiedName; an empty name for those under neither.")
        Map<String, Long> byConnection,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "How many items have which warning.")
        Map<String, Long> warnings,

        @Schema(requiredMode = RequiredMode.REQUIRED) Lost notComingBack,

        @Schema(requiredMode = RequiredMode.REQUIRED, description = "About how many calls to Atlan the run will make.")
        long calls,

        @Schema(
                requiredMode = RequiredMode.REQUIRED,
                description = "About how many minutes it will take at least, within the call budget.")
        long minutes) {

    static PreviewBody of(Preview preview) {
        return new PreviewBody(
                preview.byType(),
                preview.byVerdict().stream().map(Verdict::of).toList(),
                preview.byConnection(),
                preview.warnings(),
                new Lost(
                        preview.warnings().getOrDefault(Warning.Code.TAGS_MAY_BE_LOST.name(), 0L),
                        preview.warnings().getOrDefault(Warning.Code.LINEAGE_STAYS_AWAY.name(), 0L)),
                preview.calls(),
                preview.minutes());
    }

    /** What does not come back with an asset. */
    @Schema(
            name = "NotComingBack",
            description =
                    "How many items may lose their tags (`TAGS_MAY_BE_LOST`), and of how many the lineage stays away"
                            + " (`LINEAGE_STAYS_AWAY`).")
    record Lost(
            @Schema(requiredMode = RequiredMode.REQUIRED) long tags,
            @Schema(requiredMode = RequiredMode.REQUIRED) long lineage) {}

    /** The items of which the preview says the same. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "VerdictCount",
            description = "The items of which the preview says the same, with the first 20 of them.")
    record Verdict(
            @Schema(requiredMode = RequiredMode.REQUIRED) Outcome verdict,

            @Nullable @Schema(description = "Why nothing would be done, as the API's problems call it.")
            String code,

            @Schema(requiredMode = RequiredMode.REQUIRED) long items,
            @Schema(requiredMode = RequiredMode.REQUIRED) List<Sample> sample) {

        static Verdict of(Preview.VerdictCount count) {
            return new Verdict(
                    count.verdict(),
                    count.code(),
                    count.items(),
                    count.sample().stream().map(Sample::of).toList());
        }
    }

    /** An item as an example. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SampleItem", description = "An item as an example.")
    record Sample(
            @Nullable String typeName,
            @Nullable String qualifiedName,
            @Nullable String guid,
            @Nullable String message) {

        static Sample of(Preview.Sample sample) {
            return new Sample(sample.typeName(), sample.qualifiedName(), sample.guid(), sample.message());
        }
    }
}
