package io.restoregateway.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.restoregateway.restore.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;

/** Leaves the work on jobs to other replicas: what is under way comes to its end, batch by batch, and nothing more is begun. */
public final class Handover {

    private static final Duration MOMENT = Duration.ofMillis(50);

    private final ObjectProvider<Scheduler> scheduler;

    private final InstantSource clock;

    private final Pause pause;

    private volatile boolean begun;

    Handover(ObjectProvider<Scheduler> scheduler, InstantSource clock, Pause pause) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.pause = pause;
    }

    /** Begins it, and does not wait. */
    public void begin() {
        begun = true;
        scheduler.ifAvailable(Scheduler::pause);
    }

    /** Waits until nothing is under way here any more, but not for longer than that. */
    public void await(Instant deadline) {
        scheduler.ifAvailable(jobs -> {
            while (!jobs.getCurrentlyExecuting().isEmpty() && clock.instant().isBefore(deadline)) {
                pause.of(MOMENT);
            }
        });
    }

    boolean hasBegun() {
        return begun;
    }
}
