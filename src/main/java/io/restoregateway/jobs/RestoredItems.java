package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoredAsset;
import io.restoregateway.restore.TypeName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a job is proven to have restored, and what came back with its glossaries. */
final class RestoredItems {

    private static final int MOST_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    RestoredItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Collection<RestoredAsset> among(UUID job, Set<Guid> guids) {
        List<RestoredAsset> found = new ArrayList<>();
        List<Guid> asked = List.copyOf(guids);
        for (int from = 0; from < asked.size(); from += MOST_AT_ONCE) {
            List<Guid> some = asked.subList(from, Math.min(asked.size(), from + MOST_AT_ONCE));
            found.addAll(items(job, some));
            found.addAll(brought(job, some));
        }
        return found;
    }

    private List<RestoredAsset> items(UUID job, List<Guid> guids) {
        return jdbc.sql("select i.type_name, i.qualified_name, i.guid, i.restored_at" + ItemKeys.items(Kind.GUID)
                        + "where i.outcome = 'RESTORED' and i.proven")
                .param("job", job)
                .param("hashes", ItemKeys.hashes(guids))
                .query(RestoredItems::asset)
                .list();
    }

    private List<RestoredAsset> brought(UUID job, List<Guid> guids) {
        return jdbc.sql("select b.type_name, b.qualified_name, b.guid, b.restored_at"
                        + " from unnest(cast(:guids as varchar array)) as asked(guid)"
                        + " join restore_job_brought b on b.job_id = :job and b.guid = asked.guid"
                        + " where b.qualified_name is not null")
                .param("job", job)
                .param("guids", guids.stream().map(Guid::value).toArray(String[]::new))
                .query(RestoredItems::asset)
                .list();
    }

    private static RestoredAsset asset(ResultSet row, int number) throws SQLException {
        return new RestoredAsset(
                new AssetIdentity(
                        new TypeName(row.getString(1)),
                        new QualifiedName(row.getString(2)),
                        new Guid(row.getString(3))),
                Instant.ofEpochMilli(row.getLong(4)));
    }
}
