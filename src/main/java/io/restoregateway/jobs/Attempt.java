package io.restoregateway.jobs;

import io.restoregateway.restore.CatalogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has come of a batch so far. */
final class Attempt {

    private final List<ItemResult> results = new ArrayList<>();

    private @Nullable CatalogException trouble;

    void add(ItemResult result) {
        results.add(result);
    }

    /** Something that the rest of the batch, and others, would meet too. */
    void interrupt(CatalogException reason) {
        trouble = reason;
    }

    List<ItemResult> results() {
        return results;
    }

    @Nullable
    CatalogException trouble() {
        return trouble;
    }

    boolean isInterrupted() {
        return trouble != null;
    }

    /** Whether at least one item got on. */
    boolean wentWell() {
        return results.stream().anyMatch(result -> !(result instanceof ItemResult.Again));
    }

    /** What kept the first item back that is to be tried again. */
    String obstacle() {
        return results.stream()
                .filter(ItemResult.Again.class::isInstance)
                .map(again -> ((ItemResult.Again) again).otherwise().message())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("Atlan did not let any item of a batch get on.");
    }

    /** Counts it less when all items of a batch failed together: then it is hardly the items. */
    void blameNoItem(int strikes) {
        results.replaceAll(result -> result instanceof ItemResult.Again again && again.strikes() > strikes
                ? new ItemResult.Again(again.row(), strikes, again.otherwise())
                : result);
    }
}
