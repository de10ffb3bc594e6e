package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Companions;
import io.restoregateway.restore.OtherAsset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows what else the same job brings back; for one batch, as parents are asked for again and again. */
final class JobCompanions implements Companions {

    /** Databases take a limited number of parameters. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final String COMING = "where i.duplicate_of is null"
            + " and coalesce(i.outcome, i.verdict, 'RESTORED') in ('RESTORED', 'ALREADY_ACTIVE', 'WOULD_RESTORE')";

    private final JdbcClient jdbc;

    private final UUID job;

    private final Map<OtherAsset, Optional<AssetClaim>> known = new HashMap<>();

    JobCompanions(JdbcClient jdbc, UUID job) {
        this.jdbc = jdbc;
        this.job = job;
    }

    @Override
    public List<AssetClaim> among(Collection<OtherAsset> assets) {
        List<OtherAsset> unknown = assets.stream()
                .filter(asset -> !known.containsKey(asset))
                .distinct()
                .toList();
        for (int from = 0; from < unknown.size(); from += MOST_AT_ONCE) {
            look(unknown.subList(from, Math.min(unknown.size(), from + MOST_AT_ONCE)));
        }
        return assets.stream()
                .distinct()
                .flatMap(asset -> known.getOrDefault(asset, Optional.empty()).stream())
                .toList();
    }

    private void look(List<OtherAsset> assets) {
        Map<String, AssetClaim> coming = new HashMap<>();
        jdbc.sql("select i.guid, i.type_name, i.qualified_name, i.updated_at" + ItemKeys.items(Kind.GUID) + COMING)
                .param("job", job)
                .param(
                        "hashes",
                        ItemKeys.hashes(assets.stream().map(OtherAsset::guid).toList()))
                .query(row -> {
                    coming.put(row.getString("guid"), claim(row));
                });
        for (OtherAsset asset : assets) {
            known.put(
                    asset,
                    Optional.ofNullable(coming.get(asset.guid().value()))
                            .filter(claim -> isMeant(claim.identity(), asset)));
        }
    }

    private static AssetClaim claim(ResultSet row) throws SQLException {
        return AssetClaim.of(ItemTable.identity(row), Columns.millis(row, "updated_at"));
    }

    /** An edge to another asset tells its guid and type, and hardly ever its qualifiedName. */
    private static boolean isMeant(AssetIdentity item, OtherAsset asset) {
        String name = asset.qualifiedName();
        return item.typeName().equals(asset.typeName())
                && (name == null || item.qualifiedName().value().equals(name));
    }
}
