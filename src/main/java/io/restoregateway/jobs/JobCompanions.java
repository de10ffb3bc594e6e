package io.restoregateway.jobs;

import io.restoregateway.jobs.ItemKey.Kind;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Companions;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.OtherAsset;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows what else the same job brings back; for one batch, as parents are asked for again and again. */
final class JobCompanions implements Companions {

    /** Databases take a limited number of parameters. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final String COMING = "where i.duplicate_of is null"
            + " and coalesce(i.outcome, i.verdict, 'RESTORED') in ('RESTORED', 'ALREADY_ACTIVE', 'WOULD_RESTORE')";

    private final JdbcClient jdbc;

    private final UUID job;

    private final Map<OtherAsset, Boolean> known = new HashMap<>();

    JobCompanions(JdbcClient jdbc, UUID job) {
        this.jdbc = jdbc;
        this.job = job;
    }

    @Override
    public Set<Guid> among(Collection<OtherAsset> assets) {
        List<OtherAsset> unknown = assets.stream()
                .filter(asset -> !known.containsKey(asset))
                .distinct()
                .toList();
        for (int from = 0; from < unknown.size(); from += MOST_AT_ONCE) {
            look(unknown.subList(from, Math.min(unknown.size(), from + MOST_AT_ONCE)));
        }
        return assets.stream()
                .filter(asset -> known.getOrDefault(asset, false))
                .map(OtherAsset::guid)
                .collect(Collectors.toSet());
    }

    private void look(List<OtherAsset> assets) {
        Map<String, AssetIdentity> coming = new HashMap<>();
        jdbc.sql("select i.guid, i.type_name, i.qualified_name" + ItemKeys.items(Kind.GUID) + COMING)
                .param("job", job)
                .param(
                        "hashes",
                        ItemKeys.hashes(assets.stream().map(OtherAsset::guid).toList()))
                .query(row -> {
                    coming.put(
                            row.getString("guid"),
                            new AssetIdentity(
                                    new TypeName(row.getString("type_name")),
                                    new QualifiedName(row.getString("qualified_name")),
                                    new Guid(row.getString("guid"))));
                });
        for (OtherAsset asset : assets) {
            AssetIdentity item = coming.get(asset.guid().value());
            known.put(asset, item != null && isMeant(item, asset));
        }
    }

    /** An edge to another asset tells its guid and type, and hardly ever its qualifiedName. */
    private static boolean isMeant(AssetIdentity item, OtherAsset asset) {
        String name = asset.qualifiedName();
        return item.typeName().equals(asset.typeName())
                && (name == null || item.qualifiedName().value().equals(name));
    }
}
