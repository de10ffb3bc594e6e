package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.RestoredAsset;
import io.restoregateway.restore.TypeName;
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
        List<String> asked = guids.stream().map(Guid::value).toList();
        for (int from = 0; from < asked.size(); from += MOST_AT_ONCE) {
            found.addAll(look(job, asked.subList(from, Math.min(asked.size(), from + MOST_AT_ONCE))));
        }
        return found;
    }

    private List<RestoredAsset> look(UUID job, List<String> guids) {
        return jdbc.sql("""
                select type_name, qualified_name, guid, restored_at from restore_job_item
                where job_id = :job and guid in (:guids) and outcome = 'RESTORED' and proven
                union all
                select type_name, qualified_name, guid, restored_at from restore_job_brought
                where job_id = :job and guid in (:guids) and qualified_name is not null""")
                .param("job", job)
                .param("guids", guids)
                .query((row, number) -> new RestoredAsset(
                        new AssetIdentity(
                                new TypeName(row.getString(1)),
                                new QualifiedName(row.getString(2)),
                                new Guid(row.getString(3))),
                        Instant.ofEpochMilli(row.getLong(4))))
                .list();
    }
}
