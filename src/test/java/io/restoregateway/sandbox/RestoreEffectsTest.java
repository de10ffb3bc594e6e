package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static io.restoregateway.sandbox.SandboxClient.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What comes back with a restore, and what does not. */
class RestoreEffectsTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset retired = client.stored("AtlasGlossary", "Wm4nT8yLs0QdKj6vBz3Xf");

    @Test
    void childrenStayArchived() {
        StoredAsset schema = client.stored("Schema", "default/snowflake/1700000000/DB/STAGING");

        client.write(entry(schema));

        assertThat(client.status(client.stored("Table", "default/snowflake/1700000000/DB/STAGING/RAW_ORDERS")
                        .guid()))
                .isEqualTo("DELETED");
    }

    @Test
    void glossaryBringsAllItsArchivedTermsAndCategories() {
        SandboxClient.Answer answer = client.write(entry(retired));

        assertThat(answer.listed("UPDATE")).hasSize(7);
        assertThat(tenant.assets().values())
                .filteredOn(asset -> asset.qualifiedName().endsWith("@" + retired.qualifiedName()))
                .hasSize(6)
                .allMatch(asset -> asset.status() == AssetStatus.ACTIVE);
    }

    @Test
    void archivedCategoryRestoresLikeATerm() {
        StoredAsset category = tenant.assets().values().stream()
                .filter(asset -> asset.typeName().equals("AtlasGlossaryCategory") && asset.isArchived())
                .findFirst()
                .orElseThrow();
        var anchor = Map.of("anchor", Map.of("typeName", "AtlasGlossary", "guid", retired.guid()));

        client.write(entry(category, anchor));

        assertThat(client.status(category.guid())).isEqualTo("ACTIVE");
        assertThat(client.status(retired.guid())).isEqualTo("DELETED");
    }

    @Test
    void edgesComeBackAlsoToAParentThatIsStillArchived() {
        StoredAsset table = client.stored("Table", "default/snowflake/1700000000/DB/STAGING/RAW_ORDERS");
        var before = client.entity(table.guid()).at("/relationshipAttributes/atlanSchema");
        assertThat(before.path("relationshipStatus").asString()).isEqualTo("DELETED");
        assertThat(before.path("entityStatus").asString()).isEqualTo("DELETED");

        client.write(entry(table));

        var after = client.entity(table.guid()).at("/relationshipAttributes/atlanSchema");
        assertThat(after.path("relationshipStatus").asString()).isEqualTo("ACTIVE");
        assertThat(after.path("entityStatus").asString()).isEqualTo("DELETED");
    }

    @Test
    void lineageStaysAway() {
        StoredAsset history = client.stored("Table", "default/redshift/1690000000/hr/core/employee_history");

        client.write(entry(history));

        Set<String> lineage = client.entity(history.guid())
                .at("/relationshipAttributes/outputFromProcesses")
                .valueStream()
                .map(edge -> edge.path("relationshipStatus").asString())
                .collect(Collectors.toSet());
        assertThat(lineage).containsExactly("DELETED");
    }

    @Test
    void labelsStayAndTagsAreLostWhereTheTenantSaysSo() {
        StoredAsset history = client.stored("Table", "default/redshift/1690000000/hr/core/employee_history");
        tenant.change(settings -> settings.withTagsLostOnRestore(true));

        client.write(entry(history));

        assertThat(now(history).extras().classifications()).isEmpty();
        assertThat(now(history).extras().labels()).containsExactly("hr");
        assertThat(now(history).attribute("certificateStatus")).isEqualTo("VERIFIED");
    }

    @Test
    void productStaysArchivedByItsOwnStatus() {
        StoredAsset product = tenant.assets().values().stream()
                .filter(asset -> asset.name().equals("Customer lifetime value"))
                .findFirst()
                .orElseThrow();

        client.write(entry(product));

        assertThat(now(product).status()).isEqualTo(AssetStatus.ACTIVE);
        assertThat(now(product).attribute("daapStatus")).isEqualTo("Archived");
    }

    @Test
    void administratorsStayWhenLeftOutAndAreReplacedWhenSent() {
        StoredAsset connection = client.stored("Connection", "default/mongodb/mongodb.atlan.com");

        client.write(entry(connection));
        assertThat(now(connection).attribute("adminUsers")).isEqualTo(List.of("jsmith"));

        client.write(entry(connection, Map.of("adminUsers", List.of("Nobody"))));
        assertThat(now(connection).attribute("adminUsers")).isEqualTo(List.of("Nobody"));
        assertThat(now(connection).attribute("adminGroups")).isEqualTo(List.of("group2"));
    }

    @Test
    void administratorsChangeEvenWhenTheBatchFails() {
        StoredAsset connection = client.stored("Connection", "default/mongodb/mongodb.atlan.com");
        StoredAsset forbidden = client.stored("Table", "default/redshift/1690000000/hr/core/salaries");

        SandboxClient.Answer answer =
                client.write(entry(connection, Map.of("adminUsers", List.of("mallory"))), entry(forbidden));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(now(connection).status()).isEqualTo(AssetStatus.DELETED);
        assertThat(now(connection).attribute("adminUsers")).isEqualTo(List.of("mallory"));
    }

    @Test
    void neighboursAreListedWhereTheTenantSaysSo() {
        StoredAsset orders = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/ORDERS");
        tenant.change(settings -> settings.withNeighboursInUpdate(true));

        SandboxClient.Answer answer = client.write(entry(orders));

        assertThat(answer.listed("UPDATE")
                        .valueStream()
                        .map(header -> header.path("typeName").asString()))
                .contains("Table", "Schema", "Column");
    }

    @Test
    void archivingACategoryDestroysIt() {
        StoredAsset category = client.stored("AtlasGlossaryCategory", "kP3mZ9cWbT1xQvY7uRs2n@FzCMyPR2LxkPFgr8eNGrq");

        client.archive(category.guid());

        assertThat(client.get("/api/meta/entity/guid/" + category.guid()).status())
                .isEqualTo(404);
    }

    @Test
    void archivingAGlossaryTakesItsContentsAlong() {
        StoredAsset glossary = client.stored("AtlasGlossary", "FzCMyPR2LxkPFgr8eNGrq");

        SandboxClient.Answer answer = client.archive(glossary.guid());

        assertThat(answer.listed("DELETE")).hasSize(7);
        assertThat(client.status(client.stored("AtlasGlossaryCategory", "kP3mZ9cWbT1xQvY7uRs2n@FzCMyPR2LxkPFgr8eNGrq")
                        .guid()))
                .isEqualTo("DELETED");
    }

    @Test
    void publishedTermIsRestoredByItsNameWithoutAGuid() {
        StoredAsset term = client.stored("AtlasGlossaryTerm", "gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq");
        var anchor =
                Map.of("anchor", Map.of("typeName", "AtlasGlossary", "guid", "51a28d46-b700-4c9d-807d-397f25f2b6d6"));

        client.write(with(entry(term, anchor), "guid", "-1"));

        assertThat(client.status(term.guid())).isEqualTo("ACTIVE");
        assertThat(client.entity(term.guid())
                        .at("/relationshipAttributes/anchor/relationshipStatus")
                        .asString())
                .isEqualTo("ACTIVE");
    }

    private StoredAsset now(StoredAsset asset) {
        return tenant.asset(asset.guid()).orElseThrow();
    }
}
