package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tenant of any size: as many assets as asked for, which look like a crawler's. */
class GenerationTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 60, 12_345})
    void growsExactlyAsManyAssetsBesideTheSeed(int generated) {
        long seeded = tenant.count().active();

        SandboxTenant grown = new SandboxTenant(client.clock, generated);

        assertThat(grown.count().active()).isEqualTo(seeded + generated);
        assertThat(grown.count().archived()).isEqualTo(tenant.count().archived());
    }

    @Test
    void growsTheSameInEveryRunAndAfterAReset() {
        SandboxTenant one = new SandboxTenant(client.clock, 2_000);
        SandboxTenant other = new SandboxTenant(client.clock, 2_000);
        assertThat(one.assets()).isEqualTo(other.assets());

        one.as("crawler").archiveBeneath("default");
        one.reset();

        assertThat(one.assets()).isEqualTo(other.assets());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001})
    void refusesSizesThatItCannotGrowTo(int generated) {
        assertThatThrownBy(() -> new SandboxTenant(client.clock, generated))
                .hasMessage("generated assets must be between 0 and 1,000,000, but are " + generated);
    }

    @Test
    void growsMostlyColumnsWithNamesThatDiffer() {
        GeneratedConnection grown = tenant.generate(6_000);

        List<StoredAsset> beneath = tenant.beneath(grown.qualifiedName()).toList();
        Map<String, Long> types =
                beneath.stream().collect(Collectors.groupingBy(StoredAsset::typeName, Collectors.counting()));
        assertThat(beneath).hasSize(6_000);
        assertThat(types).containsOnlyKeys("Database", "Schema", "Table", "View", "Column");
        assertThat(types.get("Column")).isBetween(5_000L, 5_900L);
        assertThat(beneath.stream().map(StoredAsset::qualifiedName)).doesNotHaveDuplicates();
        assertThat(beneath.stream().map(StoredAsset::name).distinct()).hasSizeGreaterThan(200);
        assertThat(beneath).allMatch(asset -> grown.qualifiedName().equals(asset.attribute("connectionQualifiedName")));
    }

    @Test
    void everyAssetHangsOnItsParent() {
        GeneratedConnection grown = tenant.generate(50);

        for (StoredAsset asset : tenant.beneath(grown.qualifiedName()).toList()) {
            String parent =
                    asset.qualifiedName().substring(0, asset.qualifiedName().lastIndexOf('/'));
            var relationships = client.entity(asset.guid()).path("relationshipAttributes");
            String shown = switch (asset.typeName()) {
                case "Column" -> relationships.at("/table/guid").asString();
                case "Table" -> relationships.at("/atlanSchema/guid").asString();
                case "Schema" -> relationships.at("/database/guid").asString();
                default -> tenant.named(parent).getFirst().guid();
            };
            assertThat(tenant.asset(shown).orElseThrow().qualifiedName()).isEqualTo(parent);
        }
    }

    @Test
    void generatedAssetsAreReadFoundArchivedAndRestoredLikeAnyOther() {
        GeneratedConnection grown = tenant.generate(30);
        StoredAsset column = tenant.beneath(grown.qualifiedName())
                .filter(asset -> asset.typeName().equals("Column"))
                .findFirst()
                .orElseThrow();
        assertThat(client.entity(column.guid())
                        .at("/attributes/tableQualifiedName")
                        .asString())
                .isEqualTo(column.attribute("tableQualifiedName"));

        client.archive(column.guid());
        assertThat(client.status(column.guid())).isEqualTo("DELETED");
        client.write(SandboxClient.entry(column));

        assertThat(client.status(column.guid())).isEqualTo("ACTIVE");
        assertThat(tenant.asset(column.guid()).orElseThrow().attributes()).isEqualTo(column.attributes());
    }

    @Test
    void growsANeighbourWhoseNameStartsAlike() {
        GeneratedConnection grown = tenant.generateNeighbours(120, 40);
        String schema = grown.qualifiedName() + "/DB/SCHEMA";

        assertThat(tenant.countBeneath(schema)).isEqualTo(new StatusCounts(120, 0));
        assertThat(tenant.countBeneath(schema + "2")).isEqualTo(new StatusCounts(40, 0));
        assertThat(tenant.countBeneath(grown.qualifiedName()).active()).isEqualTo(grown.assetsBeneath());
    }

    @Test
    void everyConnectionIsANewOne() {
        GeneratedConnection one = tenant.generate(10);
        GeneratedConnection other = tenant.generate(10);

        assertThat(one.qualifiedName()).isNotEqualTo(other.qualifiedName());
        assertThat(tenant.asset(other.guid()).orElseThrow().typeName()).isEqualTo("Connection");
    }
}
