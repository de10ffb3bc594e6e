package io.restoregateway.jobs;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;

/** Makes new jobs visible, each order once under its key. */
final class Openings {

    private static final int PORTION = 10_000;

    private final Tables tables;

    private final Consumer<UUID> beginning;

    /** @param beginning has work on a job begin, as a part of the same transaction */
    Openings(Tables tables, Consumer<UUID> beginning) {
        this.tables = tables;
        this.beginning = beginning;
    }

    /**
     * Opens a job, unless there is one under the same key; then the new one is discarded.
     *
     * @param finish what is to be written together with that
     */
    Creation open(UUID id, JobOrder order, String fingerprint, Phase phase, Runnable finish) {
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
                if (!tables.jobs().open(id, phase)) {
                    throw new IllegalStateException(
                            "The rows of job " + id + " came in so slowly that it was given up");
                }
                beginning.accept(id);
            });
        } catch (DuplicateKeyException taken) {
            discard(id);
            return known(order, fingerprint).orElseThrow(() -> taken);
        }
        return new Creation.Created(tables.records().get(id));
    }

    /** What an order under that key came to before. */
    Optional<Creation> known(JobOrder order, String fingerprint) {
        return order.idempotencyKey() == null
                ? Optional.empty()
                : tables.jdbc()
                        .sql("select fingerprint, job_id from restore_job_key where caller = ? and name = ?")
                        .params(Columns.text(order.actor(), 200), order.idempotencyKey())
                        .query((row, number) -> row.getString(1).equals(fingerprint)
                                ? tables.records()
                                        .find(row.getObject(2, UUID.class))
                                        .<Creation>map(Creation.Repeated::new)
                                        .orElseGet(Creation.KeyReused::new)
                                : new Creation.KeyReused())
                        .optional();
    }

    /** Removes a job that was never opened: once it is, it runs, whatever its caller heard. */
    void giveUp(UUID id) {
        if (tables.jobs().uploading().contains(id)) {
            discard(id);
        }
    }

    /** Removes a job and everything that it has, a portion at a time. */
    void discard(UUID id) {
        int removed;
        do {
            removed = tables.jdbc()
                    .sql("delete from restore_job_item where job_id = :job and position in (select position from"
                            + " restore_job_item where job_id = :job order by position fetch first " + PORTION
                            + " rows only)")
                    .param("job", id)
                    .update();
        } while (removed > 0);
        tables.transactions().executeWithoutResult(status -> {
            for (String table : new String[] {"restore_job_brought", "restore_job_search", "restore_job_key"}) {
                tables.jdbc()
                        .sql("delete from " + table + " where job_id = ?")
                        .param(id)
                        .update();
            }
            tables.jdbc().sql("delete from restore_job where id = ?").param(id).update();
        });
    }
}
