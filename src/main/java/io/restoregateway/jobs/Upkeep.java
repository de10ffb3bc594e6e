package io.restoregateway.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
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

    /** Has every lane run that a job needs: one may have been lost. */
    void tend(SchedulerClient client) {
        tables.jobs().busy().forEach(job -> begin(job, client));
        tables.leases().holding().forEach(lane -> begin(lane, client));
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

    void removeOld() {
        List<UUID> old;
        do {
            old = old();
            old.forEach(this::remove);
        } while (!old.isEmpty());
    }

    private List<UUID> old() {
        return tables.jdbc()
                .sql("select id from restore_job where (state <> 'UPLOADING' and phase = 'NOTHING' and finished_at < ?)"
                        + " or (state = 'UPLOADING' and pace_since < ?) fetch first " + MOST_AT_ONCE + " rows only")
                .params(
                        Columns.at(clock.instant().minus(properties.retention())),
                        Columns.at(clock.instant().minus(ABANDONED)))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void remove(UUID job) {
        openings.discard(job);
        LOG.info("Job {} was removed: it was finished longer ago than jobs are kept, or its rows never came", job);
    }
}
