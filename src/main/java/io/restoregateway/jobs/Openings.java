package io.restoregateway.jobs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/** Makes new jobs visible, each order once under its key. */
final class Openings {

    private static final Logger LOG = LoggerFactory.getLogger(Openings.class);

    private static final int PORTION = 10_000;

    private static final List<String> PARTS =
            List.of("restore_job_brought", "restore_job_search", "restore_job_lane", "restore_job_key");

    private final Tables tables;

    private final Consumer<UUID> beginning;

    private final int mostOpen;

    /**
     * @param beginning has work on a job begin; should that be lost in a crash, somebody who tends the jobs sees to it
     * @param mostOpen how many jobs that are not at their end a caller may have, but for orders of the same moment
     */
    Openings(Tables tables, Consumer<UUID> beginning, int mostOpen) {
        this.tables = tables;
        this.beginning = beginning;
        this.mostOpen = mostOpen;
    }

    /**
     * Opens a job, unless there is one under the same key; then the new one is discarded.
     *
     * @param finish what is to be written together with that
     */
    Creation open(UUID id, JobOrder order, String fingerprint, Phase phase, Runnable finish) {
        Optional<Creation> instead = known(order, fingerprint).or(() -> tooMany(order));
        if (instead.isPresent()) {
            discard(id);
            return instead.get();
        }
        try {
            tables.transactions().executeWithoutResult(status -> {
                String key = order.idempotencyKey();
                if (key != null) {
                    tables.jdbc()
                            .sql("insert into restore_job_key (caller, name, fingerprint, job_id) values (?, ?, ?, ?)")
                            .params(Columns.text(order.actor(), 200), key, fingerprint, id)
                            .update();
                }
                finish.run();
                if (!tables.states().open(id, phase)) {
                    throw new IllegalStateException(
                            "The rows of job " + id + " came in so slowly that it was given up");
                }
            });
        } catch (DuplicateKeyException taken) {
            discard(id);
            return known(order, fingerprint).orElseThrow(() -> taken);
        }
        beginning.accept(id);
        RestoreJob job = tables.records().get(id);
        LOG.info("Job {} ({}) was ordered by {}", id, job.kind(), order.actor());
        return new Creation.Created(job);
    }

    /** Whether an order is refused before anything of it is taken. */
    Optional<Creation> refusal(JobOrder order) {
        return isKnown(order) ? Optional.empty() : tooMany(order);
    }

    private boolean isKnown(JobOrder order) {
        String key = order.idempotencyKey();
        return key != null
                && tables.jdbc()
                        .sql("select 1 from restore_job_key where caller = ? and name = ?")
                        .params(Columns.text(order.actor(), 200), key)
                        .query(Integer.class)
                        .optional()
                        .isPresent();
    }

    private Optional<Creation> tooMany(JobOrder order) {
        int open = tables.jobs().open(Columns.text(order.actor(), 200));
        return open < mostOpen ? Optional.empty() : Optional.of(new Creation.TooMany(open));
    }

    /** What an order under that key came to before. */
    Optional<Creation> known(JobOrder order, String fingerprint) {
        return order.idempotencyKey() == null
                ? Optional.empty()
                : tables.jdbc()
                        .sql("select fingerprint, job_id from restore_job_key where caller = ? and name = ?")
                        .params(Columns.text(order.actor(), 200), order.idempotencyKey())
                        .query((row, number) -> new Known(row.getString(1), row.getObject(2, UUID.class)))
                        .optional()
                        .map(known -> known.fingerprint().equals(fingerprint)
                                ? tables.records()
                                        .find(known.job())
                                        .<Creation>map(Creation.Repeated::new)
                                        .orElseGet(Creation.KeyReused::new)
                                : new Creation.KeyReused());
    }

    private record Known(String fingerprint, UUID job) {}

    /** Removes a job that was never opened: once it is, it runs, whatever its caller heard. */
    void giveUp(UUID id) {
        if (tables.records().find(id).isEmpty()) {
            discard(id);
        }
    }

    /** Removes a job that nobody sees, and everything that it has, a portion at a time. */
    void discard(UUID id) {
        long items = 1
                + tables.jdbc()
                        .sql("select coalesce(max(position), -1) from restore_job_item where job_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single();
        for (long from = 0; from < items; from += PORTION) {
            tables.jdbc()
                    .sql("delete from restore_job_item where job_id = ? and position between ? and ?")
                    .params(id, from, from + PORTION - 1)
                    .update();
        }
        tables.keys().remove(id, items);
        tables.transactions().executeWithoutResult(status -> {
            for (String table : PARTS) {
                tables.jdbc()
                        .sql("delete from " + table + " where job_id = ?")
                        .param(id)
                        .update();
            }
            tables.jdbc().sql("delete from restore_job where id = ?").param(id).update();
        });
    }
}
