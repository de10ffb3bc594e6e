package io.restoregateway.jobs;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a job whose items are written down to where it may run, or be confirmed. */
final class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final JobStates states;

    private final ItemTable items;

    private final Namesakes namesakes;

    private final Previews previews;

    private final TransactionTemplate transactions;

    Preparation(Tables tables, Previews previews, UntriedItems untried, Clock clock) {
        this.states = tables.states();
        this.items = tables.items();
        this.namesakes = new Namesakes(tables, untried, clock);
        this.previews = previews;
        this.transactions = tables.transactions();
    }

    /** Looks for what no batch could see, and has the preview, or the run, begin; once, whoever does so at the same time. */
    void check(JobWork job) {
        transactions.executeWithoutResult(status -> {
            if (job.kind() == JobKind.RESTORE) {
                namesakes.refuse(job);
            }
            boolean previews =
                    job.options().isPreviewed() || (job.kind() == JobKind.RESTORE && items.previewGlossaries(job.id()));
            boolean goesOn = previews
                    ? states.proceed(job.id(), Phase.CHECK, Phase.PREVIEW)
                    : states.start(job.id(), Phase.CHECK);
            if (!goesOn) {
                status.setRollbackOnly();
            }
        });
    }

    /** Sums the preview up; where nobody asked for one, the run begins. */
    void previewed(JobWork job) {
        if (!job.options().isPreviewed()) {
            states.start(job.id(), Phase.PREVIEW);
            return;
        }
        JobState next = job.options().validateOnly() ? JobState.COMPLETED : JobState.AWAITING_CONFIRMATION;
        String preview = Previews.text(previews.of(job.id()));
        transactions.executeWithoutResult(status -> states.previewed(job.id(), preview, next));
        LOG.info("Job {} is prepared, and {}", job.id(), next);
    }
}
