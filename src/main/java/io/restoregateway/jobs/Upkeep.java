package io.restoregateway.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that no job is left lying, that people hear how far each has come, and that old ones go. */
final class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final int MOST_AT_ONCE = 20;

    /** An undo looks at what its job restored to its end, so that job stays as long. */
    private static final String HIDE_OLD = "update restore_job j set state = 'REMOVING'"
            + " where state not in " + JobTable.HIDDEN + " and phase = 'NOTHING' and finished_at < ?"
            + " and not exists (select 1 from restore_job o where o.finished_at is null"
            + " and (o.parent_id = j.id or o.copies_from = j.id))";

    private static final String HIDE_ABANDONED =
            "update restore_job set state = 'REMOVING' where state = 'UPLOADING' and pace_since < ?";

    /** Rows that come in show themselves every ten seconds. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final Tables tables;

    private final Openings openings;

    private final JobsProperties properties;

    private final Clock clock;

    Upkeep(Tables tables, Openings openings, JobsProperties properties, Clock clock) {
        this.tables = tables;
        this.openings = openings;
        this.properties = properties;
        this.clock = clock;
    }

    /** Has every lane run that a job needs: one may have been lost, or wait for what does not matter any more. */
    void tend(SchedulerClient client) {
        for (JobWork job : tables.jobs().busy()) {
            if (job.phase() == Phase.SWEEP) {
                hasten(job.id(), client, clock);
            } else {
                begin(job, client);
            }
        }
        tables.leases().holding().forEach(lane -> begin(lane, client));
    }

    /** Has the first lane of a job run now, though it may wait for better times; one at work sees for itself. */
    static void hasten(UUID job, SchedulerClient client, Clock clock) {
        TaskInstance<Void> lane =
                LaneId.TASK.instance(new LaneId(job, 0).toString()).build();
        try {
            client.schedule(lane, clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceException working) {
            LOG.debug("Lane {} is at work", lane.getId(), working);
        }
    }

    /** Has the lanes of a job run. */
    void begin(JobWork job, SchedulerClient client) {
        int lanes = job.phase() == Phase.PREVIEW || job.phase() == Phase.RUN ? job.lanes() : 1;
        for (int number = 0; number < lanes; number++) {
            begin(new LaneId(job.id(), number), client);
        }
    }

    private void begin(LaneId lane, SchedulerClient client) {
        client.scheduleIfNotExists(LaneId.TASK.instance(lane.toString()).build(), clock.instant());
    }

    void tellProgress() {
        for (JobWork job : tables.jobs().busy()) {
            tables.records().find(job.id()).ifPresent(record -> {
                JobProgress progress = record.progress();
                LOG.info(
                        "Job {}: {}, {} of {} done, {} previewed, {} items/s, {} calls{}",
                        record.id(),
                        record.state(),
                        progress.done(),
                        progress.total() - progress.duplicates(),
                        progress.previewed(),
                        progress.itemsPerSecond() == null ? 0 : Math.round(progress.itemsPerSecond()),
                        progress.calls() + progress.previewCalls(),
                        progress.waitingFor() == null ? "" : ", waits: " + progress.waitingFor());
            });
        }
    }

    /** Nobody sees a job any more before the first of its items goes: some of them are not to be taken for all. */
    void removeOld() {
        hide(HIDE_OLD, properties.retention());
        hide(HIDE_ABANDONED, ABANDONED);
        for (List<UUID> hidden = removing(); !hidden.isEmpty(); hidden = removing()) {
            hidden.forEach(this::remove);
        }
    }

    private void hide(String update, Duration age) {
        tables.jdbc().sql(update).param(Columns.at(clock.instant().minus(age))).update();
    }

    private List<UUID> removing() {
        return tables.jdbc()
                .sql("select id from restore_job where state = 'REMOVING' fetch first " + MOST_AT_ONCE + " rows only")
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void remove(UUID job) {
        openings.discard(job);
        LOG.info("Job {} was removed: it was finished longer ago than jobs are kept, or its rows never came", job);
    }
}
