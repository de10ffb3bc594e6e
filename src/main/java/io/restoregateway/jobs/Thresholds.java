package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemResult.Settled;
import io.restoregateway.restore.Conclusion.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stops a job by itself: at once when the alarm was raised, and when more has failed than its owner puts up with. */
final class Thresholds {

    /** What counts as failed: asked for, and neither active nor called off. */
    static final Set<Outcome> FAILURES =
            EnumSet.of(Outcome.NOT_FOUND, Outcome.REFUSED, Outcome.FAILED, Outcome.UNCONFIRMED);

    /** A rate says little of a few items. */
    private static final int FEWEST = 100;

    private final JdbcClient jdbc;

    private final JobStates states;

    Thresholds(JdbcClient jdbc, JobStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    /** An alarm counts also when another lane has taken the item over by now. */
    void alarm(JobWork job, List<ItemResult> results) {
        results.stream()
                .filter(Settled.class::isInstance)
                .map(Settled.class::cast)
                .filter(done -> "UNEXPECTED_CHANGE".equals(done.outcome().code()))
                .findFirst()
                .ifPresent(alarm -> states.alarm(
                        job.id(),
                        "Atlan changed something other than asked, with "
                                + alarm.row().guid() + ": "
                                + alarm.outcome().message()));
    }

    /** Also where nothing of this batch has failed: namesakes have, before any batch. */
    void check(JobWork job, List<Settled> settled) {
        if (job.state() == JobState.RUNNING && !settled.isEmpty()) {
            checkFailures(job);
        }
    }

    private void checkFailures(JobWork job) {
        Long most = job.options().maxFailures();
        Double rate = job.options().maxFailureRate();
        if (most == null && rate == null) {
            return;
        }
        long failed = count(job.id(), FAILURES);
        long done = count(job.id(), EnumSet.allOf(Outcome.class));
        if (most != null && failed > most) {
            stop(job, "%,d items have failed, and maxFailures allows %,d.".formatted(failed, most));
        } else if (rate != null && done >= FEWEST && failed > rate * done) {
            stop(
                    job,
                    String.format(
                            Locale.ROOT,
                            "%,d of %,d items have failed, and maxFailureRate allows a share of %s.",
                            failed,
                            done,
                            rate));
        }
    }

    private void stop(JobWork job, String message) {
        states.end(job.id(), JobState.STOPPED, new RestoreJob.Reason("TOO_MANY_FAILURES", message));
    }

    /** Malformed rows are counted as refused from the beginning; nobody has tried them. */
    private long count(UUID job, Set<Outcome> outcomes) {
        return jdbc.sql("select coalesce(sum(items), 0) - (select invalid from restore_job where id = :job)"
                        + " from restore_job_count where job_id = :job and outcome in (:outcomes)")
                .param("job", job)
                .param("outcomes", outcomes.stream().map(Outcome::name).toList())
                .query(Long.class)
                .single();
    }
}
