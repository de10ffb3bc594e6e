package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tenant that everybody finds after a start: believable, and the same every time. */
class SeedTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;

    @Test
    void holdsAFewHundredAssetsAThirdOfThemArchived() {
        long archived = tenant.assets().values().stream()
                .filter(StoredAsset::isArchived)
                .count();

        assertThat(tenant.assets()).hasSizeBetween(300, 450);
        assertThat((double) archived / tenant.assets().size()).isBetween(0.3, 0.4);
    }

    @Test
    void isTheSameInEveryRun() {
        Map<String, StoredAsset> first = tenant.assets();
        tenant.as("mallory").edit(first.keySet().iterator().next(), "description", "changed");

        tenant.reset();

        assertThat(tenant.assets()).isEqualTo(first);
        client.clock.tick(Duration.ofHours(3));
        tenant.reset();
        assertThat(tenant.assets().keySet()).isEqualTo(first.keySet());
    }

    @Test
    void holdsNothingYoungerThanADay() {
        long yesterday = client.clock.instant().minus(Duration.ofDays(1)).toEpochMilli();

        assertThat(tenant.assets().values()).allMatch(asset -> asset.updateTime() <= yesterday);
    }

    @Test
    void holdsThePublishedConnection() {
        StoredAsset connection =
                tenant.asset("e185209b-4b08-4e2f-acc7-35c47229f67f").orElseThrow();

        assertThat(connection.status()).isEqualTo(AssetStatus.DELETED);
        assertThat(connection.attributes())
                .containsEntry("qualifiedName", "default/mongodb/mongodb.atlan.com")
                .containsEntry("category", "warehouse")
                .containsEntry("adminUsers", List.of("jsmith"))
                .containsEntry("adminGroups", List.of("group2"));
    }

    @Test
    void holdsThePublishedTermsInTheirGlossary() {
        StoredAsset example = client.stored("AtlasGlossaryTerm", "gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq");

        assertThat(example.status()).isEqualTo(AssetStatus.DELETED);
        assertThat(client.entity(example.guid())
                        .at("/relationshipAttributes/anchor/guid")
                        .asString())
                .isEqualTo("51a28d46-b700-4c9d-807d-397f25f2b6d6");
        assertThat(client.status("51a28d46-b700-4c9d-807d-397f25f2b6d6")).isEqualTo("ACTIVE");
    }

    @Test
    void hasLowerCaseGuidsOnly() {
        assertThat(tenant.assets().keySet())
                .allMatch(guid -> guid.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"));
    }

    @Test
    void hasAHundredArchivedAssetsThatRestoreInOneCall() {
        List<StoredAsset> healthy = healthyArchived();
        assertThat(healthy).hasSizeGreaterThanOrEqualTo(100);

        Object[] entries = healthy.stream().limit(100).map(SandboxClient::entry).toArray();

        assertThat(client.write(entries).status()).isEqualTo(200);
        assertThat(healthy.stream().limit(100).map(asset -> client.status(asset.guid())))
                .containsOnly("ACTIVE");
    }

    private List<StoredAsset> healthyArchived() {
        Map<String, Long> names = tenant.assets().values().stream()
                .collect(Collectors.groupingBy(
                        asset -> asset.typeName() + asset.qualifiedName(), Collectors.counting()));
        return tenant.assets().values().stream()
                .filter(StoredAsset::isArchived)
                .filter(asset -> asset.access() == AssetAccess.FULL)
                .filter(asset ->
                        List.of("Table", "View", "Column", "Schema", "Database").contains(asset.typeName()))
                .filter(asset -> names.get(asset.typeName() + asset.qualifiedName()) == 1)
                .toList();
    }
}
