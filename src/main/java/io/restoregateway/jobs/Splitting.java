package io.restoregateway.jobs;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Works on a batch, and halves it where one item spoils it for the others. */
record Splitting(Worker worker) implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Splitting.class);

    /** What it counts when an item fails by itself: five times, and it is tried no more. */
    private static final int STRIKES = Results.MOST_STRIKES / 5;

    @Override
    public void work(Errand errand, List<ItemRow> rows, Attempt attempt) {
        if (attempt.isInterrupted()) {
            return;
        }
        int before = attempt.results().size();
        try {
            worker.work(errand, rows, attempt);
        } catch (CatalogException trouble) {
            if (trouble.trouble() == Trouble.ERROR) {
                spoiled(errand, rows, attempt, Conclusion.of(trouble));
            } else {
                attempt.interrupt(trouble);
            }
        } catch (DataAccessException | TransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException fault) {
            LOG.error("Job {}: a batch of {} items failed", errand.job().id(), rows.size(), fault);
            attempt.results().subList(before, attempt.results().size()).clear();
            // What it had heard of its writes is lost, as it would be in a crash.
            spoiled(
                    errand,
                    errand.departures().noted(rows),
                    attempt,
                    new Conclusion(Outcome.FAILED, "INTERNAL_ERROR", "The gateway failed on it; its log tells more."));
        }
    }

    private void spoiled(Errand errand, List<ItemRow> rows, Attempt attempt, Conclusion why) {
        if (rows.size() == 1) {
            attempt.add(new ItemResult.Again(
                    rows.getFirst(), STRIKES, new Conclusion(Outcome.FAILED, why.code(), why.message())));
            return;
        }
        int middle = rows.size() / 2;
        work(errand, rows.subList(0, middle), attempt);
        work(errand, rows.subList(middle, rows.size()), attempt);
    }
}
