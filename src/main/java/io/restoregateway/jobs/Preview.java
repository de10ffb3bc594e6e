package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job would do, and what it takes.
 *
 * @param byType how many items of each of the 500 most frequent types
 * @param byVerdict how many items of each verdict, with 20 of them
 * @param byConnection how many items under each of the 500 connections and glossaries with the most, by the first 200
 *     characters of its qualifiedName; "" for neither
 * @param warnings how many items have which warning, among them what will not come back
 * @param calls about how many calls to Atlan the run will make
 * @param minutes about how many minutes it will take at least, within the call budget
 */
public record Preview(
        Map<String, Long> byType,
        List<VerdictCount> byVerdict,
        Map<String, Long> byConnection,
        Map<String, Long> warnings,
        long calls,
        long minutes) {

    Preview withoutSamples() {
        List<VerdictCount> counts = byVerdict.stream()
                .map(count -> new VerdictCount(count.verdict(), count.code(), count.items(), List.of()))
                .toList();
        return new Preview(byType, counts, byConnection, warnings, calls, minutes);
    }

    /**
     * The items of which the rule says the same.
     *
     * @param code why they would not be restored; null when they would
     * @param sample the first 20 of them
     */
    public record VerdictCount(Outcome verdict, @Nullable String code, long items, List<Sample> sample) {}

    /** An item as an example. */
    public record Sample(
            @Nullable String typeName,
            @Nullable String qualifiedName,
            @Nullable String guid,
            @Nullable String message) {}
}
