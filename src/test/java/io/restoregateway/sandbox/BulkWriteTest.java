package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static io.restoregateway.sandbox.SandboxClient.with;
import static io.restoregateway.sandbox.SandboxClient.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one entry of a bulk call does: it restores, creates, renames, overwrites, or hits somebody else. */
class BulkWriteTest {

    private static final String UNKNOWN = "11111111-2222-4333-8444-555555555555";
    private static final String ORDERS = "default/snowflake/1700000000/DB/SCHEMA/ORDERS";

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset archived = client.stored("Table", ORDERS);
    private final StoredAsset active = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/CUSTOMERS");

    @Test
    void restoresWhatIsArchived() {
        SandboxClient.Answer answer = client.write(entry(archived));

        assertThat(answer.listed("UPDATE")).hasSize(1);
        assertThat(answer.json().path("guidAssignments")).isEmpty();
        assertThat(now(archived).status()).isEqualTo(AssetStatus.ACTIVE);
        assertThat(now(archived).attributes()).isEqualTo(archived.attributes());
        assertThat(now(archived).stamp().updatedBy()).isEqualTo(SandboxTenant.TOKEN_USER);
    }

    @Test
    void headerOfARestoreIsFromBefore() {
        SandboxClient.Answer answer = client.write(entry(archived, Map.of("description", "new", "name", "Other name")));

        var header = answer.listed("UPDATE").get(0);
        assertThat(header.path("updateTime").asLong()).isEqualTo(archived.updateTime());
        assertThat(header.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(header.path("attributes").propertyNames()).containsExactlyInAnyOrder("qualifiedName", "name");
        assertThat(header.at("/attributes/name").asString()).isEqualTo("ORDERS");
        assertThat(now(archived).name()).isEqualTo("Other name");
        assertThat(now(archived).updateTime()).isGreaterThan(archived.updateTime());
    }

    @Test
    void headerOfAPlainOverwriteIsFromAfter() {
        SandboxClient.Answer answer = client.write(entry(active, Map.of("description", "new")));

        var header = answer.listed("UPDATE").get(0);
        assertThat(header.path("updateTime").asLong()).isEqualTo(now(active).updateTime());
        assertThat(header.at("/attributes/description").asString()).isEqualTo("new");
        assertThat(header.path("attributes").size()).isGreaterThan(30);
    }

    @Test
    void answersNothingWhenNothingDiffers() {
        SandboxClient.Answer answer = client.write(entry(active));

        assertThat(answer.text()).isEqualTo("{\"guidAssignments\":{}}");
        assertThat(now(active)).isEqualTo(active);
    }

    @Test
    void renamesWhenTheQualifiedNameDiffers() {
        client.write(entry(archived, Map.of("qualifiedName", ORDERS + "_TYPO")));

        assertThat(now(archived).qualifiedName()).isEqualTo(ORDERS + "_TYPO");
        assertThat(now(archived).status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void connectionsKeepTheirQualifiedName() {
        StoredAsset connection = client.stored("Connection", "default/mongodb/mongodb.atlan.com");

        client.write(entry(connection, Map.of("qualifiedName", "default/mongodb/other", "name", "other")));

        assertThat(now(connection).qualifiedName()).isEqualTo("default/mongodb/mongodb.atlan.com");
        assertThat(now(connection).name()).isEqualTo("other");
    }

    @Test
    void storedTypeStaysWhenAnotherIsSent() {
        assertThat(client.write(with(entry(archived), "typeName", "View")).status())
                .isEqualTo(200);

        assertThat(now(archived).typeName()).isEqualTo("Table");
        assertThat(now(archived).status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void anotherTypeGetsAroundTheGuardsOfTheStoredOne() {
        StoredAsset persona = archivedOf("Persona");
        StoredAsset salaries = named("salaries");

        assertThat(client.write(with(entry(persona), "typeName", "Table")).status())
                .isEqualTo(200);
        assertThat(client.write(with(entry(salaries), "typeName", "View")).status())
                .isEqualTo(200);
    }

    @Test
    void unknownGuidHitsAStrangerOfThatName() {
        SandboxClient.Answer answer = client.write(with(entry(archived), "guid", UNKNOWN));

        assertThat(answer.json().path("guidAssignments").path(UNKNOWN).asString())
                .isEqualTo(archived.guid());
        assertThat(now(archived).status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void createsWithoutAGuid() {
        int before = tenant.assets().size();

        SandboxClient.Answer answer =
                client.write(without(entry(archived, Map.of("qualifiedName", ORDERS + "_TYPO")), "guid"));

        assertThat(answer.listed("CREATE")).hasSize(1);
        assertThat(answer.json().path("guidAssignments").propertyNames())
                .allMatch(placeholder -> placeholder.matches("-\\d{13}"));
        assertThat(tenant.assets()).hasSize(before + 1);
    }

    @Test
    void createsWithANegativeGuid() {
        var sent = with(entry(archived, Map.of("qualifiedName", ORDERS + "_TYPO")), "guid", "-1");

        SandboxClient.Answer answer = client.write(sent);

        String created = answer.listed("CREATE").get(0).path("guid").asString();
        assertThat(answer.json().path("guidAssignments").path("-1").asString()).isEqualTo(created);
        assertThat(client.status(created)).isEqualTo("ACTIVE");
    }

    @Test
    void restoresByNameWithANegativeGuid() {
        SandboxClient.Answer answer = client.write(with(entry(archived), "guid", "-1"));

        assertThat(answer.json().path("guidAssignments").path("-1").asString()).isEqualTo(archived.guid());
        assertThat(now(archived).status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void editsTheArchivedAssetWhenTheStatusIsMissing() {
        var sent = without(entry(archived, Map.of("description", "edited while archived")), "status");

        SandboxClient.Answer answer = client.write(sent);

        assertThat(answer.text()).isEqualTo("{\"mutatedEntities\":{\"UPDATE\":[]},\"guidAssignments\":{}}");
        assertThat(now(archived).attribute("description")).isEqualTo("edited while archived");
        assertThat(now(archived).status()).isEqualTo(AssetStatus.DELETED);
    }

    @Test
    void usesTheFirstOfTwoEntriesOfTheSameGuid() {
        client.write(entry(archived, Map.of("description", "first")), entry(archived, Map.of("description", "second")));

        assertThat(now(archived).attribute("description")).isEqualTo("first");
    }

    @Test
    void writesEveryAttributeThatIsPresent() {
        StoredAsset connection = client.stored("Connection", "default/snowflake/1700000000");
        Map<String, Object> nulls = new java.util.LinkedHashMap<>();
        nulls.put("host", null);
        nulls.put("port", null);
        nulls.put("allowQuery", null);
        nulls.put("noSuchAttribute", "ignored");

        client.write(entry(connection, nulls));

        assertThat(now(connection).attributes())
                .doesNotContainKeys("host", "noSuchAttribute")
                .containsEntry("port", 0)
                .containsEntry("allowQuery", false)
                .containsEntry("rowLimit", 10_000);
    }

    @Test
    void replacesLabelsCustomAttributesAndRelationshipsWherePresent() {
        StoredAsset rich = named("employee_history");
        StoredAsset schema2 = client.stored("Schema", "default/snowflake/1700000000/DB/SCHEMA2");
        var sent = with(entry(rich), "labels", List.of());
        sent.put("customAttributes", Map.of("retention", "1 day"));
        sent.put("relationshipAttributes", Map.of("atlanSchema", Map.of("typeName", "Schema", "guid", schema2.guid())));

        client.write(sent);

        assertThat(now(rich).extras().labels()).isEmpty();
        assertThat(now(rich).extras().customAttributes()).containsOnly(Map.entry("retention", "1 day"));
        assertThat(client.entity(rich.guid())
                        .at("/relationshipAttributes/atlanSchema/guid")
                        .asString())
                .isEqualTo(schema2.guid());
    }

    @Test
    void noTwoChangesShareAMillisecond() {
        client.write(entry(archived));
        client.write(entry(active, Map.of("description", "new")));

        assertThat(now(active).updateTime()).isGreaterThan(now(archived).updateTime());
    }

    @Test
    void createsATermUnderAGeneratedNameAndStampsItsGlossary() {
        StoredAsset glossary = client.stored("AtlasGlossary", "FzCMyPR2LxkPFgr8eNGrq");
        SandboxClient.Answer answer = client.write(Map.of(
                "typeName",
                "AtlasGlossaryTerm",
                "attributes",
                Map.of(
                        "name",
                        "Typo",
                        "qualifiedName",
                        "t1",
                        "anchor",
                        Map.of("typeName", "AtlasGlossary", "guid", glossary.guid()))));

        assertThat(answer.listed("CREATE")
                        .get(0)
                        .at("/attributes/qualifiedName")
                        .asString())
                .matches("[A-Za-z0-9]{21}@FzCMyPR2LxkPFgr8eNGrq");
        assertThat(answer.listed("UPDATE").get(0).path("guid").asString()).isEqualTo(glossary.guid());
        assertThat(now(glossary).updateTime()).isGreaterThan(glossary.updateTime());
    }

    private StoredAsset now(StoredAsset asset) {
        return tenant.asset(asset.guid()).orElseThrow();
    }

    private StoredAsset archivedOf(String typeName) {
        return tenant.assets().values().stream()
                .filter(asset -> asset.typeName().equals(typeName) && asset.isArchived())
                .findFirst()
                .orElseThrow();
    }

    private StoredAsset named(String name) {
        return client.stored("Table", "default/redshift/1690000000/hr/core/" + name);
    }
}
