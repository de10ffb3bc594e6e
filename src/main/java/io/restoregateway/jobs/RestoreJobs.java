package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All bulk restore jobs: ordered, watched, confirmed, held up and ended here; they run by themselves. */
public interface RestoreJobs {

    /**
     * Orders a job over what a search finds.
     *
     * @param fingerprint what tells this order from another one under the same idempotency key
     */
    Creation create(JobOrder order, Selection selection, String fingerprint);

    /**
     * Whether there is no room for another job of this caller's, whatever its rows: to be asked before they are taken.
     *
     * @return empty when there is, or when the order may be one that was made before
     */
    Optional<Creation> refusal(JobOrder order);

    /** Takes the rows of a job from a list or a manifest. */
    Upload upload(JobOrder order, JobSource source);

    /** Orders a job over the items of a finished one that did not become active. */
    Creation retryFailed(UUID job, JobOrder order, String fingerprint);

    /** Orders a job that archives again what a finished one restored. */
    Creation undo(UUID job, JobOrder order, String fingerprint);

    Optional<RestoreJob> find(UUID job);

    /**
     * Lists jobs, the newest first.
     *
     * @param before the last job of the page before; null for the first page
     * @param limit how many at most, 1 to 100
     */
    List<RestoreJob> list(@Nullable UUID before, int limit);

    /**
     * Lists rows of a job in input order.
     *
     * @param outcome only rows with this outcome; null for all
     * @param after the position after which to begin; -1 for the beginning
     * @param limit how many at most, 1 to 1,000
     */
    List<JobItem> items(UUID job, @Nullable Outcome outcome, long after, int limit);

    /** Goes through all rows of a job in input order, without holding them in memory. */
    void eachItem(UUID job, Consumer<JobItem> visitor);

    /** Lets a job run that awaits confirmation. */
    Transition confirm(UUID job, String actor);

    /** Has a running job send nothing more until it is resumed; what is on its way gets its outcome. */
    Transition pause(UUID job, String actor);

    /** Has a paused job go on. */
    Transition resume(UUID job, String actor);

    /** Ends a job that is not at its end; what is on its way gets its outcome. */
    Transition cancel(UUID job, String actor);
}
