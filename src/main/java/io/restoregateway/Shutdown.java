package io.restoregateway;

import io.restoregateway.jobs.Handover;
import io.restoregateway.restore.Pause;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Stops the gateway so that nobody loses anything: whoever sends it requests is told so while it still takes them, and its
 * jobs are handed over; only then the server takes no more, and ends those that it has.
 */
@Component
final class Shutdown implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final ApplicationContext context;

    private final Handover jobs;

    private final Pause pause;

    private final Duration notice;

    private volatile boolean running;

    Shutdown(ApplicationContext context, Handover jobs, Pause pause, ShutdownProperties properties) {
        this.context = context;
        this.jobs = jobs;
        this.pause = pause;
        this.notice = properties.notice();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        LOG.info("Stops: takes requests for {} more, and hands its jobs over", notice);
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        jobs.begin();
        if (notice.isPositive()) {
            pause.of(notice);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the server, whose phase is a thousand lower. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
