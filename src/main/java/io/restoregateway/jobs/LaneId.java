package io.restoregateway.jobs;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.util.UUID;

/** One of the lanes in which batches of a job go through. */
record LaneId(UUID job, int number) {

    /** The task that works in a lane. */
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("restore-lane");

    static LaneId parse(String instance) {
        int cut = instance.indexOf('/');
        return new LaneId(UUID.fromString(instance.substring(0, cut)), Integer.parseInt(instance.substring(cut + 1)));
    }

    boolean isFirst() {
        return number == 0;
    }

    @Override
    public String toString() {
        return job + "/" + number;
    }
}
