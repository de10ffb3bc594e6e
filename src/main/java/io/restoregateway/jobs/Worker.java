package io.restoregateway.jobs;

import java.util.List;

/** Does with the items of a batch what their job is for. */
interface Worker {

    /**
     * Works on items of one level.
     *
     * @param errand what the batch may use
     * @param attempt takes the results; items without one are given back
     */
    void work(Errand errand, List<ItemRow> rows, Attempt attempt);
}
