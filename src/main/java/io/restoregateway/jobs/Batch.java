package io.restoregateway.jobs;

import java.util.List;
import java.util.UUID;

/** Items to be worked on together, or why there are none. */
sealed interface Batch {

    /**
     * Items of one level, in one lane's hands.
     *
     * @param lease what shows that they are
     */
    record Taken(UUID lease, List<ItemRow> rows) implements Batch {}

    /** What is left of the level is in other lanes' hands, and the next one must wait. */
    record Busy() implements Batch {}

    /** Nothing is left of this stage. */
    record Nothing() implements Batch {}
}
