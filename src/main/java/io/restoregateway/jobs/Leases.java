package io.restoregateway.jobs;

import io.restoregateway.restore.Guid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands items out to lanes, batch by batch, and takes them back. Whoever changes who holds what locks the job's row before
 * it, so that lanes wait for one another for some milliseconds instead of taking the same items.
 */
final class Leases {

    /** What a crash counts for an item that was being worked on. */
    private static final int STRIKES_PER_CRASH = 6;

    /** In the order of its index to the end: else H2 reads and sorts all items of the level. */
    private static final String FREE = """
            select position, type_name, qualified_name, guid, updated_at, strikes, sent, brought_by from restore_job_item
            where job_id = ? and stage = ? and rank = ? and lease is null
            order by job_id, stage, rank, strikes, position fetch first ? rows only""";

    private final JdbcTemplate batches;

    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    Leases(JdbcTemplate batches, TransactionTemplate transactions) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transactions = transactions;
    }

    /** Takes items of the lowest level that is not done. */
    Batch take(LaneId lane, int stage, UUID lease, int most) {
        return transactions.execute(status -> {
            lock(lane.job());
            Integer rank = jdbc.sql("select rank from restore_job_item where job_id = ? and stage = ?"
                            + " order by job_id, stage, rank fetch first 1 rows only")
                    .params(lane.job(), stage)
                    .query(Integer.class)
                    .optional()
                    .orElse(null);
            if (rank == null) {
                return new Batch.Nothing();
            }
            List<ItemRow> rows = jdbc.sql(FREE)
                    .params(lane.job(), stage, rank, most)
                    .query((row, number) -> item(row))
                    .list();
            if (rows.isEmpty() || isTaken(lane)) {
                return new Batch.Busy();
            }
            hold(lane, lease, rows);
            return new Batch.Taken(lease, rows);
        });
    }

    private void lock(UUID job) {
        jdbc.sql("select id from restore_job where id = ? for update")
                .param(job)
                .query((row, number) -> row.getString(1))
                .optional();
    }

    /** Whether somebody who seemed dead works in this lane still. */
    private boolean isTaken(LaneId lane) {
        return jdbc.sql("select count(*) from restore_job_lane where job_id = ? and lane = ?")
                        .params(lane.job(), lane.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void hold(LaneId lane, UUID lease, List<ItemRow> rows) {
        jdbc.sql("insert into restore_job_lane (job_id, lane, lease, positions) values (?, ?, ?, ?)")
                .params(
                        lane.job(),
                        lane.number(),
                        lease,
                        rows.stream().map(row -> String.valueOf(row.position())).collect(Collectors.joining(" ")))
                .update();
        each(
                rows.stream().map(ItemRow::position),
                "update restore_job_item set lease = ? where job_id = ? and position = ?",
                lease,
                lane.job());
    }

    private static ItemRow item(ResultSet row) throws SQLException {
        String glossary = row.getString("brought_by");
        return new ItemRow(
                row.getLong("position"),
                ItemTable.identity(row),
                Columns.millis(row, "updated_at"),
                row.getInt("strikes"),
                row.getBoolean("sent"),
                glossary == null ? null : new Guid(glossary));
    }

    /** Gives back what a lane held when it was last cut off. */
    void release(LaneId lane) {
        transactions.executeWithoutResult(status -> {
            lock(lane.job());
            jdbc.sql("select lease, positions from restore_job_lane where job_id = ? and lane = ?")
                    .params(lane.job(), lane.number())
                    .query((row, number) -> new Held(row.getObject(1, UUID.class), positions(row.getString(2))))
                    .optional()
                    .ifPresent(held -> release(lane, held));
        });
    }

    private void release(LaneId lane, Held held) {
        each(
                held.positions().stream(),
                "update restore_job_item set lease = null, strikes = strikes + " + STRIKES_PER_CRASH
                        + " where lease = ? and job_id = ? and position = ?",
                held.lease(),
                lane.job());
        forget(lane.job(), held.lease());
    }

    /** Gives back, untouched, what is left of a batch. */
    void giveBack(UUID job, Batch.Taken batch) {
        transactions.executeWithoutResult(status -> {
            each(
                    batch.rows().stream().map(ItemRow::position),
                    "update restore_job_item set lease = null where lease = ? and job_id = ? and position = ?",
                    batch.lease(),
                    job);
            forget(job, batch.lease());
        });
    }

    private void forget(UUID job, UUID lease) {
        jdbc.sql("delete from restore_job_lane where job_id = ? and lease = ?")
                .params(job, lease)
                .update();
    }

    /** Marks items as sent; false when some of them are no longer in these hands. */
    boolean sending(UUID job, Batch.Taken batch, Collection<Guid> assets) {
        return mark(job, batch, assets, true) == assets.size();
    }

    /** Takes back that they were sent, since Atlan certainly did nothing. */
    void notDone(UUID job, Batch.Taken batch, Collection<Guid> assets) {
        mark(job, batch, assets, false);
    }

    private int mark(UUID job, Batch.Taken batch, Collection<Guid> assets, boolean sent) {
        return each(
                batch.rows().stream().filter(row -> assets.contains(row.guid())).map(ItemRow::position),
                "update restore_job_item set sent = ? where lease = ? and job_id = ? and position = ?",
                sent,
                batch.lease(),
                job);
    }

    /** Lanes that hold something; more than their job may have, when one of them came back from the dead and died again. */
    List<LaneId> holding() {
        return jdbc.sql("select job_id, lane from restore_job_lane")
                .query((row, number) -> new LaneId(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    /** Changes these items one by one: H2 looks at every item of the job for a list of them. */
    private int each(Stream<Long> positions, String sql, Object... before) {
        List<Object[]> changes = positions
                .map(position -> Stream.concat(Arrays.stream(before), Stream.of(position))
                        .toArray())
                .toList();
        return changes.isEmpty()
                ? 0
                : Arrays.stream(batches.batchUpdate(sql, changes)).sum();
    }

    private static List<Long> positions(String text) {
        return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }

    private record Held(UUID lease, List<Long> positions) {}
}
