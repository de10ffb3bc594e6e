package io.restoregateway.web.jobs;

import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Who watches which job on this replica: one look at the database at a time for all watchers of a job. */
@Component
class Watches implements SmartLifecycle {

    /** Before the server, which would wait for watchers; whose phase is 512 lower. */
    private static final int AFTER_THE_NOTICE = Integer.MAX_VALUE - 512;

    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final RestoreJobs jobs;

    private final JobCallsProperties.Events settings;

    private final Map<UUID, WatchedJob> watched = new HashMap<>();

    private int watchers;

    private boolean running;

    Watches(RestoreJobs jobs, JobCallsProperties properties) {
        this.jobs = jobs;
        this.settings = properties.events();
    }

    /**
     * Begins to watch a job.
     *
     * @throws ProblemException when too many watch already
     */
    synchronized Watch watch(RestoreJob job) {
        if (!running || watchers >= settings.maxWatchers()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.TOO_MANY_WATCHERS,
                            "%,d watch already, the limit (gateway.jobs.events.max-watchers)".formatted(watchers)),
                    RETRY_AFTER);
        }
        WatchedJob place = watched.computeIfAbsent(job.id(), id -> begin(job));
        place.publish(job);
        watchers++;
        place.join();
        return new Watch(place, () -> leave(job.id(), place));
    }

    /** How many watch, whatever the job. */
    synchronized int count() {
        return watchers;
    }

    private WatchedJob begin(RestoreJob job) {
        WatchedJob place = new WatchedJob(job);
        Thread.ofVirtual().name("watch-" + job.id()).start(() -> look(job.id(), place));
        return place;
    }

    private synchronized void leave(UUID id, WatchedJob place) {
        watchers--;
        if (place.leave()) {
            watched.remove(id, place);
            place.end();
        }
    }

    private void look(UUID id, WatchedJob place) {
        try {
            while (place.isWatchedAfter(settings.interval())) {
                tell(id, place);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(UUID id, WatchedJob place) {
        try {
            Optional<RestoreJob> job = jobs.find(id);
            job.ifPresent(place::publish);
            if (job.isEmpty()) {
                place.end();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Job {} could not be looked at for its watchers", id, away);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Before the server waits for its calls to end, as these would not. */
    @Override
    public synchronized void stop() {
        running = false;
        watched.values().forEach(WatchedJob::end);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_NOTICE;
    }
}
