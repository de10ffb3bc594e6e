package io.restoregateway.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;

/** Leaves the work on jobs to other replicas: what is under way comes to its end, batch by batch, and nothing more is begun. */
public final class Handover {

    private final ObjectProvider<Scheduler> scheduler;

    private volatile boolean begun;

    Handover(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Begins it, and does not wait. */
    public void begin() {
        begun = true;
        scheduler.ifAvailable(Scheduler::pause);
    }

    boolean hasBegun() {
        return begun;
    }
}
