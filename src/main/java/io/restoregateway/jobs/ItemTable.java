package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The items of jobs, as those who work on one ask for others of the same job. */
final class ItemTable {

    private static final TypeName GLOSSARY = new TypeName("AtlasGlossary");

    private final JdbcTemplate batches;

    private final JdbcClient jdbc;

    private final TransactionTemplate transactions;

    ItemTable(JdbcTemplate batches, TransactionTemplate transactions) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transactions = transactions;
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

    /**
     * Notes that a glossary brought these back, as items of the job or beside it.
     *
     * @param restoredAt when the glossary came back, in milliseconds
     */
    void brought(UUID job, Guid glossary, List<OtherAsset> others, long restoredAt) {
        if (others.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            Map<Guid, List<Long>> positions =
                    positions(job, others.stream().map(OtherAsset::guid).toList());
            batches.batchUpdate(
                    "update restore_job_item set brought_by = ? where job_id = ? and position = ? and stage < 2",
                    positions.values().stream()
                            .flatMap(List::stream)
                            .map(position -> new Object[] {glossary.value(), job, position})
                            .toList());
            others.stream()
                    .filter(other -> !positions.containsKey(other.guid()))
                    .forEach(other -> broughtBeside(job, other, restoredAt));
        });
    }

    private void broughtBeside(UUID job, OtherAsset other, long restoredAt) {
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
        return jdbc.sql("select i.guid" + ItemKeys.items(Kind.NAME) + "where i.type_name = :type"
                        + " and i.qualified_name = :name and i.outcome = 'RESTORED' and i.restored_at = :time"
                        + " fetch first 1 rows only")
                .param("job", job)
                .param("hashes", new Long[] {ItemKey.hashOf(GLOSSARY, name)})
                .param("type", GLOSSARY.value())
                .param("name", name.value())
                .param("time", restoredAt)
                .query((row, number) -> new Guid(row.getString(1)))
                .optional()
                .orElse(null);
    }

    /** Those of these guids that are items of the job. */
    Set<Guid> among(UUID job, Collection<Guid> guids) {
        return positions(job, guids).keySet();
    }

    private Map<Guid, List<Long>> positions(UUID job, Collection<Guid> guids) {
        Map<Guid, List<Long>> positions = new HashMap<>();
        Set<Guid> asked = Set.copyOf(guids);
        jdbc.sql("select i.guid, i.position" + ItemKeys.items(Kind.GUID))
                .param("job", job)
                .param("hashes", ItemKeys.hashes(asked))
                .query(row -> {
                    Guid guid = new Guid(row.getString(1));
                    if (asked.contains(guid)) {
                        positions
                                .computeIfAbsent(guid, fresh -> new ArrayList<>())
                                .add(row.getLong(2));
                    }
                });
        return positions;
    }

    /** When this item of the job was read back, where it is proven that the job restored it. */
    @Nullable
    Long restoredAt(UUID job, Guid guid) {
        return jdbc.sql("select i.restored_at" + ItemKeys.items(Kind.GUID)
                        + "where i.guid = :guid and i.restored_at is not null and i.proven fetch first 1 rows only")
                .param("job", job)
                .param("hashes", ItemKeys.hashes(List.of(guid)))
                .param("guid", guid.value())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** The asset that a row of items names. */
    static AssetIdentity identity(ResultSet row) throws SQLException {
        return new AssetIdentity(
                new TypeName(row.getString("type_name")),
                new QualifiedName(row.getString("qualified_name")),
                new Guid(row.getString("guid")));
    }
}
