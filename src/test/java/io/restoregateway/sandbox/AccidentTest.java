package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crawler with a wrong filter: everything beneath a qualifiedName is archived at one moment. */
class AccidentTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;

    @Test
    void takesWhatIsBeneathAndNeitherItselfNorTheNeighbour() {
        GeneratedConnection grown = tenant.generateNeighbours(120, 40);
        String schema = grown.qualifiedName() + "/DB/SCHEMA";
        StatusCounts others = tenant.count();

        assertThat(tenant.as("mwong").archiveBeneath(schema)).isEqualTo(120);

        assertThat(tenant.countBeneath(schema)).isEqualTo(new StatusCounts(0, 120));
        assertThat(tenant.countBeneath(schema + "2")).isEqualTo(new StatusCounts(40, 0));
        assertThat(tenant.named(schema)).allMatch(asset -> asset.status() == AssetStatus.ACTIVE);
        assertThat(tenant.count()).isEqualTo(new StatusCounts(others.active() - 120, others.archived() + 120));
        assertThat(tenant.beneath(schema).map(StoredAsset::stamp))
                .allMatch(stamp -> stamp.updatedBy().equals("mwong"))
                .extracting(StoredAsset.Stamp::updateTime)
                .containsOnly(tenant.beneath(schema).findFirst().orElseThrow().updateTime());
    }

    @Test
    void takesTheAssetItselfToo() {
        GeneratedConnection grown = tenant.generate(20);

        assertThat(tenant.as("mwong").archiveAtAndBeneath(grown.qualifiedName()))
                .isEqualTo(21);

        assertThat(client.status(grown.guid())).isEqualTo("DELETED");
    }

    @Test
    void leavesAloneWhatIsArchivedAlready() {
        GeneratedConnection grown = tenant.generate(20);
        StoredAsset earlier = tenant.beneath(grown.qualifiedName()).toList().getLast();
        tenant.as("jsmith").archive(earlier.guid());

        assertThat(tenant.as("mwong").archiveBeneath(grown.qualifiedName())).isEqualTo(19);
        assertThat(tenant.as("mwong").archiveBeneath(grown.qualifiedName())).isZero();

        assertThat(tenant.asset(earlier.guid()).orElseThrow().stamp().updatedBy())
                .isEqualTo("jsmith");
    }

    /** Many are archived in another way than few. */
    @ParameterizedTest
    @ValueSource(ints = {20, 2_000})
    void archivesTheEdgesAsOneByOneWould(int assets) {
        GeneratedConnection grown = tenant.generate(assets);
        StoredAsset stranger =
                tenant.named("default/snowflake/1700000000/DB/SCHEMA/PAYMENTS").getFirst();

        assertThat(tenant.as("mwong").archiveBeneath(grown.qualifiedName())).isEqualTo(assets);

        StoredAsset table = tenant.beneath(grown.qualifiedName())
                .filter(asset -> asset.typeName().equals("Table"))
                .findFirst()
                .orElseThrow();
        var relationships = client.entity(table.guid()).path("relationshipAttributes");
        assertThat(relationships.at("/atlanSchema/relationshipStatus").asString())
                .isEqualTo("DELETED");
        assertThat(relationships.path("columns"))
                .isNotEmpty()
                .allMatch(column -> column.path("relationshipStatus").asString().equals("DELETED")
                        && column.path("entityStatus").asString().equals("DELETED"));
        assertThat(client.entity(stranger.guid())
                        .at("/relationshipAttributes/atlanSchema/relationshipStatus")
                        .asString())
                .isEqualTo("ACTIVE");
        assertThat(tenant.countBeneath(grown.qualifiedName())).isEqualTo(new StatusCounts(0, assets));
    }

    @Test
    void isFoundByWhoAndWhenPageByPage() {
        GeneratedConnection grown = tenant.generate(2_500);
        tenant.as("mwong").archiveBeneath(grown.qualifiedName());
        List<String> expected = tenant.beneath(grown.qualifiedName())
                .map(StoredAsset::guid)
                .sorted()
                .toList();
        long moment = tenant.asset(expected.getFirst()).orElseThrow().updateTime();

        List<String> found = SearchPages.guids(
                client,
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        Map.of("term", Map.of("__modifiedBy", "mwong")),
                                        Map.of(
                                                "range",
                                                Map.of(
                                                        "__modificationTimestamp",
                                                        Map.of("gte", moment, "lt", moment + 1)))))));

        assertThat(found).isEqualTo(expected);
    }
}
