package io.restoregateway.jobs;

import io.restoregateway.audit.Action;
import io.restoregateway.audit.Origin;

/** On whose word a job does what it does. */
final class Origins {

    private Origins() {}

    static Origin of(JobWork job) {
        return new Origin(
                job.actor(), job.requestId(), job.id(), job.kind() == JobKind.UNDO ? Action.ARCHIVE : Action.RESTORE);
    }
}
