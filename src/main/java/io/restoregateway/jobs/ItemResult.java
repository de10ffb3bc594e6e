package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of working on an item. */
sealed interface ItemResult {

    ItemRow row();

    /** A write may have left before a crash or a fault; what is seen now does not tell what it did. */
    static Conclusion lost(Conclusion now) {
        return new Conclusion(
                Conclusion.Outcome.UNCONFIRMED,
                "UNCONFIRMED",
                "It was sent, and the gateway was stopped, or failed, before it could tell what became of it; then: "
                        + now.message());
    }

    /**
     * The rule's word before anything is sent.
     *
     * @param updatedAt as the asset is now
     * @param connection the connection or glossary that it belongs to
     */
    record Previewed(
            ItemRow row,
            Conclusion verdict,
            List<String> warnings,
            @Nullable Instant updatedAt,
            @Nullable String connection)
            implements ItemResult {}

    /**
     * Its one outcome.
     *
     * @param restoredAt as the asset was read back
     * @param proven whether Atlan's answer proves that this job restored it
     */
    record Settled(
            ItemRow row,
            Conclusion outcome,
            List<String> warnings,
            @Nullable Instant restoredAt,
            boolean proven) implements ItemResult {

        /** An outcome of which there is nothing more to tell. */
        static Settled as(ItemRow row, Conclusion outcome) {
            return new Settled(row, outcome, List.of(), null, false);
        }
    }

    /**
     * To be tried again.
     *
     * @param strikes how bad that was; too many, and it is tried no more
     * @param otherwise its outcome then
     */
    record Again(ItemRow row, int strikes, Conclusion otherwise) implements ItemResult {}
}
