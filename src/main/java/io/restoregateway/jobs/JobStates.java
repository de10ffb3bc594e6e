package io.restoregateway.jobs;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes jobs from state to state and from phase to phase; each step only from where it is meant to begin. */
final class JobStates {

    private static final String ALARM = "UNEXPECTED_CHANGE";

    private static final String STARTED = "started_at = coalesce(started_at, :now)";

    private final JdbcClient jdbc;

    private final Clock clock;

    JobStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a new job visible, and has its preparation begin; false when it was given up as abandoned. */
    boolean open(UUID id, Phase phase) {
        return jdbc.sql("update restore_job set state = 'PREPARING', phase = ?, created_at = ?, pace_since = null"
                                + " where id = ? and state = 'UPLOADING'")
                        .params(phase.name(), Columns.at(clock.instant()), id)
                        .update()
                > 0;
    }

    /** Has the next phase begin, unless the job has left the one it was in. */
    boolean proceed(UUID id, Phase from, Phase next) {
        return jdbc.sql("update restore_job set phase = ?, place = null, lanes = ?, setbacks = 0, waiting_for = null,"
                                + " revision = revision + 1 where id = ? and phase = ?")
                        .params(next.name(), JobTable.FIRST_LANES, id, from.name())
                        .update()
                > 0;
    }

    /** Has a job run that is prepared, unless it has left the phase in which it was. */
    boolean start(UUID id, Phase from) {
        return run(id, JobState.PREPARING, from, STARTED);
    }

    /** Has a job run that somebody let run. */
    boolean confirm(UUID id, String actor) {
        return jdbc.sql("update restore_job set confirmed_by = ?, confirmed_at = ? where id = ?"
                                        + " and state = 'AWAITING_CONFIRMATION'")
                                .params(Columns.text(actor, 200), Columns.at(clock.instant()), id)
                                .update()
                        > 0
                && run(id, JobState.AWAITING_CONFIRMATION, Phase.NOTHING, STARTED);
    }

    boolean resume(UUID id) {
        return run(id, JobState.PAUSED, Phase.NOTHING, "reason_code = null, reason = null");
    }

    private boolean run(UUID id, JobState from, Phase phase, String besides) {
        return jdbc.sql("update restore_job set state = 'RUNNING', phase = 'RUN', lanes = :lanes, setbacks = 0,"
                                + " waiting_for = null, pace_since = :now, revision = revision + 1, " + besides
                                + ", pace_from = (select coalesce(sum(items), 0) from restore_job_count where job_id = :id)"
                                + " where id = :id and state = :from and phase = :phase")
                        .param("lanes", JobTable.FIRST_LANES)
                        .param("now", Columns.at(clock.instant()))
                        .param("id", id)
                        .param("from", from.name())
                        .param("phase", phase.name())
                        .update()
                > 0;
    }

    boolean pause(UUID id) {
        return jdbc.sql("update restore_job set state = 'PAUSED', phase = 'NOTHING', waiting_for = null,"
                                + " revision = revision + 1 where id = ? and state = 'RUNNING'")
                        .param(id)
                        .update()
                > 0;
    }

    /** Ends a preview; where that was not all that was asked for, somebody must have a look at it. */
    void previewed(UUID id, String preview, JobState next) {
        int changed = jdbc.sql("update restore_job set state = :state, phase = 'NOTHING', waiting_for = null,"
                        + " finished_at = :finished, revision = revision + 1"
                        + " where id = :id and state = 'PREPARING' and phase = 'PREVIEW'")
                .param("state", next.name())
                .param("finished", next.isFinal() ? Columns.at(clock.instant()) : null)
                .param("id", id)
                .update();
        if (changed > 0) {
            jdbc.sql("insert into restore_job_preview (job_id, preview) values (?, ?)")
                    .params(id, preview)
                    .update();
        }
    }

    boolean complete(UUID id) {
        return jdbc.sql("update restore_job set state = 'COMPLETED', phase = 'NOTHING', waiting_for = null,"
                                + " finished_at = ?, revision = revision + 1 where id = ? and state = 'RUNNING'"
                                + " and not exists (select 1 from restore_job_item where job_id = ? and stage < 2)")
                        .params(Columns.at(clock.instant()), id, id)
                        .update()
                > 0;
    }

    /** Ends a job before its end; the items that are left get their outcome soon after. */
    boolean end(UUID id, JobState last, RestoreJob.@Nullable Reason reason) {
        return jdbc.sql(
                                "update restore_job set state = :state, phase = 'SWEEP', waiting_for = null, reason_code = :code,"
                                        + " reason = :reason, revision = revision + 1"
                                        + " where id = :id and state in ('PREPARING', 'AWAITING_CONFIRMATION', 'RUNNING', 'PAUSED')")
                        .param("state", last.name())
                        .param("code", reason == null ? null : reason.code())
                        .param("reason", reason == null ? null : Columns.text(reason.message(), 2000))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Stops a job at once because Atlan changed something other than asked; a job that somebody ended before tells it too. */
    void alarm(UUID id, String message) {
        if (!end(id, JobState.STOPPED, new RestoreJob.Reason(ALARM, message))) {
            jdbc.sql("update restore_job set reason_code = ?, reason = ?, revision = revision + 1"
                            + " where id = ? and state in ('STOPPED', 'CANCELLED')")
                    .params(ALARM, Columns.text(message, 2000), id)
                    .update();
        }
    }

    void swept(UUID id) {
        jdbc.sql("update restore_job set phase = 'NOTHING', finished_at = ?, revision = revision + 1"
                        + " where id = ? and phase = 'SWEEP'")
                .params(Columns.at(clock.instant()), id)
                .update();
    }
}
