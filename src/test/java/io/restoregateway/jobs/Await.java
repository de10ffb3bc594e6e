package io.restoregateway.jobs;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** Waits for a job to come somewhere by itself. */
final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Await() {}

    static RestoreJob until(RestoreJobs jobs, UUID job, Predicate<RestoreJob> there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        RestoreJob last = jobs.find(job).orElseThrow();
        while (!there.test(last)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The job did not get there: " + last);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            last = jobs.find(job).orElseThrow();
        }
        return last;
    }

    static RestoreJob in(RestoreJobs jobs, UUID job, JobState state) {
        return until(jobs, job, now -> {
            if (now.state() != state && now.state().isFinal()) {
                throw new AssertionError("The job ended otherwise: " + now);
            }
            return now.state() == state && (!state.isFinal() || now.finishedAt() != null);
        });
    }

    static void until(String what, BooleanSupplier there) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to that: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** What a number is once it has not changed for that long. */
    static int still(IntSupplier number, Duration quiet) {
        int last = number.getAsInt();
        long since = System.nanoTime();
        long end = since + PATIENCE.toNanos();
        while (System.nanoTime() - since < quiet.toNanos()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            int now = number.getAsInt();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
            if (since > end) {
                throw new AssertionError("It goes on and on: " + now);
            }
        }
        return last;
    }
}
