package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The items of jobs, handed out to lanes batch by batch. */
final class ItemTable {

    /** What a crash counts for an item that was being worked on. */
    private static final int STRIKES_PER_CRASH = 6;

    private static final TypeName GLOSSARY = new TypeName("AtlasGlossary");

    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    ItemTable(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Takes items of the lowest level that is not done. */
    Batch take(LaneId lane, int stage, UUID lease, int most) {
        return transactions.execute(status -> {
            Integer rank = jdbc.sql("select rank from restore_job_item where job_id = ? and stage = ?"
                            + " order by rank fetch first 1 rows only")
                    .params(lane.job(), stage)
                    .query(Integer.class)
                    .optional()
                    .orElse(null);
            if (rank == null) {
                return new Batch.Nothing();
            }
            List<ItemRow> rows = jdbc.sql("select * from restore_job_item where job_id = ? and stage = ? and rank = ?"
                            + " and lease is null order by strikes, position fetch first " + most
                            + " rows only for update skip locked")
                    .params(lane.job(), stage, rank)
                    .query((row, number) -> item(row))
                    .list();
            if (rows.isEmpty()) {
                return new Batch.Busy();
            }
            jdbc.sql("update restore_job_item set lease = :lease, lane = :lane"
                            + " where job_id = :job and position in (:positions)")
                    .param("lease", lease)
                    .param("lane", lane.number())
                    .param("job", lane.job())
                    .param("positions", positions(rows))
                    .update();
            return new Batch.Taken(lease, rows);
        });
    }

    private static List<Long> positions(Collection<ItemRow> rows) {
        return rows.stream().map(ItemRow::position).toList();
    }

    private static ItemRow item(ResultSet row) throws SQLException {
        String glossary = row.getString("brought_by");
        return new ItemRow(
                row.getLong("position"),
                new AssetIdentity(
                        new TypeName(row.getString("type_name")),
                        new QualifiedName(row.getString("qualified_name")),
                        new Guid(row.getString("guid"))),
                Columns.millis(row, "updated_at"),
                row.getInt("strikes"),
                row.getBoolean("sent"),
                glossary == null ? null : new Guid(glossary));
    }

    /**
     * Has what lies in glossaries be checked before anything is sent, where a job brings glossaries back: these bring it
     * along, also what must not come back.
     *
     * @return whether there is something to be checked
     */
    boolean previewGlossaries(UUID job) {
        return jdbc.sql("update restore_job_item set stage = 0 where job_id = :job and stage = 1"
                                + " and type_name in ('AtlasGlossaryTerm', 'AtlasGlossaryCategory')"
                                + " and exists (select 1 from restore_job_item g where g.job_id = :job and g.stage = 1"
                                + " and g.type_name = 'AtlasGlossary')")
                        .param("job", job)
                        .update()
                > 0;
    }

    /** Gives back what a lane held when it was last cut off. */
    void release(LaneId lane) {
        jdbc.sql("update restore_job_item set lease = null, lane = null, strikes = strikes + " + STRIKES_PER_CRASH
                        + " where job_id = ? and lane = ? and lease is not null")
                .params(lane.job(), lane.number())
                .update();
    }

    /** Gives items back untouched. */
    void giveBack(UUID job, Batch.Taken batch) {
        jdbc.sql("update restore_job_item set lease = null, lane = null"
                        + " where job_id = :job and position in (:positions) and lease = :lease")
                .param("job", job)
                .param("positions", positions(batch.rows()))
                .param("lease", batch.lease())
                .update();
    }

    /** Marks items as sent; false when some of them are no longer in these hands. */
    boolean sending(UUID job, UUID lease, List<AssetIdentity> assets) {
        return sent(job, lease, assets, true) == assets.size();
    }

    /** Takes back that they were sent, since Atlan certainly did nothing. */
    void notDone(UUID job, UUID lease, List<AssetIdentity> assets) {
        sent(job, lease, assets, false);
    }

    private int sent(UUID job, UUID lease, List<AssetIdentity> assets, boolean sent) {
        if (assets.isEmpty()) {
            return 0;
        }
        return jdbc.sql("update restore_job_item set sent = :sent"
                        + " where job_id = :job and lease = :lease and guid in (:guids)")
                .param("sent", sent)
                .param("job", job)
                .param("lease", lease)
                .param("guids", guids(assets))
                .update();
    }

    private static List<String> guids(List<AssetIdentity> assets) {
        return assets.stream().map(asset -> asset.guid().value()).toList();
    }

    /**
     * Notes that a glossary brought this back, as an item of the job or beside it.
     *
     * @param restoredAt when the glossary came back, in milliseconds
     */
    void brought(UUID job, Guid glossary, OtherAsset other, long restoredAt) {
        if (has(job, other.guid())) {
            jdbc.sql("update restore_job_item set brought_by = ? where job_id = ? and guid = ? and stage < 2")
                    .params(glossary.value(), job, other.guid().value())
                    .update();
            return;
        }
        jdbc.sql("delete from restore_job_brought where job_id = ? and guid = ?")
                .params(job, other.guid().value())
                .update();
        jdbc.sql("insert into restore_job_brought (job_id, guid, type_name, qualified_name, restored_at)"
                        + " values (:job, :guid, :type, :name, :time)")
                .param("job", job)
                .param("guid", other.guid().value())
                .param("type", other.typeName().value())
                .param("name", other.qualifiedName())
                .param("time", restoredAt)
                .update();
    }

    /** The glossary of that name, when the job restored it at that time, in milliseconds. */
    @Nullable
    Guid glossary(UUID job, QualifiedName name, long restoredAt) {
        return jdbc.sql("select guid from restore_job_item where job_id = ? and name_key = ? and type_name = ?"
                        + " and outcome = 'RESTORED' and restored_at = ? fetch first 1 rows only")
                .params(job, Rows.nameKey(GLOSSARY, name), GLOSSARY.value(), restoredAt)
                .query((row, number) -> new Guid(row.getString(1)))
                .optional()
                .orElse(null);
    }

    boolean has(UUID job, Guid guid) {
        return jdbc.sql("select count(*) from restore_job_item where job_id = ? and guid = ?")
                        .params(job, guid.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** When this item of the job was read back, where it was restored. */
    @Nullable
    Long restoredAt(UUID job, Guid guid) {
        return jdbc.sql("select restored_at from restore_job_item where job_id = ? and guid = ?"
                        + " and restored_at is not null fetch first 1 rows only")
                .params(job, guid.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
