package io.restoregateway.jobs;

import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Mandate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of jobs themselves, as those see them who work on them. */
final class JobTable {

    /** How many batches may be under way at the same time while nobody knows how quick Atlan is. */
    static final int FIRST_LANES = 2;

    /** States of jobs that nobody sees: their rows are on their way still, or on their way out. */
    static final String HIDDEN = "('UPLOADING', 'REMOVING')";

    private static final String SETBACK = ", setbacks = setbacks + 1,"
            + " per_write = case when setbacks = 0 then per_write else greatest(1, per_write / 2) end";

    private final JdbcClient jdbc;

    private final Clock clock;

    JobTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes down a new job, which nobody sees before it is {@linkplain JobStates#open opened}. */
    void insert(UUID id, NewJob job) {
        JobOptions options = job.order().options();
        jdbc.sql("""
                insert into restore_job (id, kind, state, phase, source, parent_id, copies_from, selection, name, require_confirmation,
                    validate_only, include_terms, skip_invalid, max_failures, max_failure_rate, created_by, request_id,
                    created_at, pace_since, lanes, per_write)
                values (:id, :kind, 'UPLOADING', 'NOTHING', :source, :parent, :from, :selection, :name, :confirmation,
                    :validateOnly, :includeTerms, :skipInvalid, :maxFailures, :maxFailureRate, :actor, :request,
                    :now, :now, :lanes, :perWrite)""")
                .param("id", id)
                .param("kind", job.kind().name())
                .param("source", job.source().name())
                .param("parent", job.parent())
                .param("from", job.copiesFrom())
                .param("selection", Json.write(job.selection()))
                .param("name", Columns.textOrNull(options.name(), 200))
                .param("confirmation", options.requireConfirmation())
                .param("validateOnly", options.validateOnly())
                .param("includeTerms", options.includeTerms())
                .param("skipInvalid", options.skipInvalid())
                .param("maxFailures", options.maxFailures())
                .param("maxFailureRate", options.maxFailureRate())
                .param("actor", Columns.text(job.order().actor(), 200))
                .param("request", Columns.text(job.order().requestId(), 128))
                .param("now", Columns.at(clock.instant()))
                .param("lanes", FIRST_LANES)
                .param("perWrite", Mandate.MOST_PER_WRITE)
                .update();
        for (Outcome outcome : Outcome.values()) {
            jdbc.sql("insert into restore_job_count (job_id, outcome, items) values (?, ?, 0)")
                    .params(id, outcome.name())
                    .update();
        }
    }

    /** Shows that the rows of a job are still coming in. */
    void stillUploading(UUID id) {
        jdbc.sql("update restore_job set pace_since = ? where id = ?")
                .params(Columns.at(clock.instant()), id)
                .update();
    }

    Optional<JobWork> work(UUID id) {
        return jdbc.sql("select * from restore_job where id = ? and state not in " + HIDDEN)
                .param(id)
                .query((row, number) -> work(row))
                .optional();
    }

    /** The jobs that have something left to be done. */
    List<JobWork> busy() {
        return jdbc.sql("select * from restore_job where phase <> 'NOTHING' order by ordinal")
                .query((row, number) -> work(row))
                .list();
    }

    private static JobWork work(ResultSet row) throws SQLException {
        return new JobWork(
                row.getObject("id", UUID.class),
                JobKind.valueOf(row.getString("kind")),
                JobState.valueOf(row.getString("state")),
                Phase.valueOf(row.getString("phase")),
                Columns.uuid(row, "parent_id"),
                Columns.uuid(row, "copies_from"),
                Json.read(row.getString("selection"), Selection.class),
                row.getString("place"),
                JobRecords.options(row),
                row.getString("created_by"),
                row.getString("request_id"),
                Objects.requireNonNull(Columns.instant(row, "created_at")),
                row.getInt("lanes"),
                row.getInt("per_write"),
                row.getInt("setbacks"));
    }

    /** The jobs of which rows were coming in, or being removed. */
    List<UUID> hidden() {
        return jdbc.sql("select id from restore_job where state in " + HIDDEN)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    boolean isRunning(UUID id) {
        return jdbc.sql("select count(*) from restore_job where id = ? and state = 'RUNNING'")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isOpen(UUID id) {
        return jdbc.sql("select count(*) from restore_job where id = ? and (phase <> 'NOTHING' or state = 'PAUSED')")
                        .param(id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many jobs of somebody are not at their end. */
    int open(String actor) {
        return jdbc.sql("select count(*) from restore_job where finished_at is null and created_by = ?"
                        + " and state not in " + HIDDEN)
                .param(actor)
                .query(Integer.class)
                .single();
    }

    /** How many items a job has, with nobody adding any until this transaction ends. */
    long lockItems(UUID id) {
        return jdbc.sql("select items from restore_job where id = ? for update")
                .param(id)
                .query(Long.class)
                .single();
    }

    void found(UUID id, long items, int calls) {
        jdbc.sql("update restore_job set items = items + ?, preview_calls = preview_calls + ?,"
                        + " setbacks = 0, waiting_for = null, revision = revision + 1 where id = ?")
                .params(items, calls, id)
                .update();
    }

    /** Notes how far the search has come. */
    void place(UUID id, String place) {
        jdbc.sql("update restore_job set place = ? where id = ?")
                .params(place, id)
                .update();
    }

    void counted(UUID id, long items, long duplicates, long invalid) {
        jdbc.sql("update restore_job set items = ?, duplicates = ?, invalid = ?, revision = revision + 1 where id = ?")
                .params(items, duplicates, invalid, id)
                .update();
    }

    /**
     * Tells what a job waits for, and has fewer batches under way after that, and smaller ones where waiting alone did not help:
     * they may be what is too much. False when the job went on to something else.
     */
    boolean wait(JobWork job, String reason, boolean setback) {
        return jdbc.sql("update restore_job set waiting_for = :reason, lanes = greatest(1, lanes / 2),"
                                + " revision = revision + 1"
                                + (setback ? SETBACK : "") + " where id = :id and phase = :phase")
                        .param("reason", Columns.text(reason, 2000))
                        .param("id", job.id())
                        .param("phase", job.phase().name())
                        .update()
                > 0;
    }

    /** Notes what a batch took, and how many and how large the next ones may be. */
    void worked(UUID id, Effort effort) {
        jdbc.sql("update restore_job set calls = calls + :calls, preview_calls = preview_calls + :previewCalls,"
                        + " lanes = "
                        + effort.pace().lanes() + ", per_write = "
                        + effort.pace().perWrite() + ", revision = revision + 1"
                        + (effort.wentWell() ? ", setbacks = 0, waiting_for = null" : "") + " where id = :id")
                .param("calls", effort.calls())
                .param("previewCalls", effort.previewCalls())
                .param("id", id)
                .update();
    }

    void previewed(UUID id, int items) {
        jdbc.sql("update restore_job set previewed = previewed + ? where id = ?")
                .params(items, id)
                .update();
    }

    void count(UUID id, Outcome outcome, long items) {
        jdbc.sql("update restore_job_count set items = items + ? where job_id = ? and outcome = ?")
                .params(items, id, outcome.name())
                .update();
    }

    /**
     * What a batch took.
     *
     * @param wentWell whether at least one item got on
     */
    record Effort(int calls, int previewCalls, boolean wentWell, Pace pace) {}
}
