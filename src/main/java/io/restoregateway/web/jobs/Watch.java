package io.restoregateway.web.jobs;

import java.time.Duration;

/** One caller's place among a job's watchers; to be given up at the end. */
final class Watch implements AutoCloseable {

    private final WatchedJob job;

    private final Runnable leaving;

    Watch(WatchedJob job, Runnable leaving) {
        this.job = job;
        this.leaving = leaving;
    }

    WatchedJob.News await(long known, Duration patience) throws InterruptedException {
        return job.await(known, patience);
    }

    @Override
    public void close() {
        leaving.run();
    }
}
