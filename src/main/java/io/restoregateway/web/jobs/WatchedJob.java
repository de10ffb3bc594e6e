package io.restoregateway.web.jobs;

import io.restoregateway.jobs.RestoreJob;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A job that at least one caller watches: one looks at the database, all learn of it here. */
final class WatchedJob {

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition news = lock.newCondition();

    private final Condition ending = lock.newCondition();

    private RestoreJob latest;

    private boolean over;

    private int watchers;

    WatchedJob(RestoreJob latest) {
        this.latest = latest;
    }

    /** What one wait can end with. */
    sealed interface News {

        /** The job has a later revision than the watcher knows. */
        record Changed(RestoreJob job) implements News {}

        /** Nothing happened for so long. */
        record Silence() implements News {}

        /** Nothing more will be told: the job is gone, or this replica ends. */
        record Over() implements News {}
    }

    void publish(RestoreJob job) {
        lock.lock();
        try {
            if (job.revision() > latest.revision()) {
                latest = job;
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            news.signalAll();
            ending.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void join() {
        lock.lock();
        try {
            watchers++;
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether nobody is left. */
    boolean leave() {
        lock.lock();
        try {
            return --watchers == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a later revision than that, but not for longer than the watcher is patient. */
    News await(long known, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (!over && latest.revision() <= known) {
                if (left <= 0) {
                    return new News.Silence();
                }
                left = news.awaitNanos(left);
            }
            return over ? new News.Over() : new News.Changed(latest);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the next look is due; false when there is none any more. */
    boolean isWatchedAfter(Duration interval) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = interval.toNanos();
            while (!over && left > 0) {
                left = ending.awaitNanos(left);
            }
            return !over;
        } finally {
            lock.unlock();
        }
    }
}
