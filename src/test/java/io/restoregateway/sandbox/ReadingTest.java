package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads from the store: whole calls fail for one guid, names match subtypes, and what was just changed may lag. */
class ReadingTest {

    private static final String UNKNOWN = "11111111-2222-4333-8444-555555555555";

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset orders = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/ORDERS");
    private final StoredAsset customers = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/CUSTOMERS");
    private final StoredAsset unreadable = client.stored("Table", "default/redshift/1690000000/hr/core/board_papers");

    @Test
    void readsManyInTheOrderOfTheRequest() {
        var entities = bulk("", customers.guid(), orders.guid()).json().path("entities");

        assertThat(entities.valueStream().map(one -> one.path("guid").asString()))
                .containsExactly(customers.guid(), orders.guid());
    }

    @Test
    void oneMissingGuidFailsTheWholeRead() {
        SandboxClient.Answer answer = bulk("", orders.guid(), UNKNOWN);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.errorCode()).isEqualTo("ATLAS-404-00-005");
        assertThat(answer.text()).contains("Given instance guid " + UNKNOWN + " is invalid/not found");
    }

    @Test
    void oneUnreadableGuidFailsTheWholeRead() {
        SandboxClient.Answer answer = bulk("", orders.guid(), unreadable.guid());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.errorCode()).isEqualTo("ATLAS-403-00-001");
    }

    @Test
    void skipsWhatFailsWhenAsked() {
        var answer = bulk("&skipFailedEntities=true", UNKNOWN, unreadable.guid(), orders.guid());

        assertThat(answer.json().path("entities")).hasSize(1);
    }

    @Test
    void leavesRelationshipsOutWhenAsked() {
        assertThat(bulk("&ignoreRelationships=true", orders.guid())
                        .json()
                        .path("entities")
                        .get(0)
                        .has("relationshipAttributes"))
                .isFalse();
    }

    @Test
    void containersListTheirChildren() {
        var schema = client.entity(client.stored("Schema", "default/snowflake/1700000000/DB/SCHEMA")
                .guid());
        var glossary = client.entity("51a28d46-b700-4c9d-807d-397f25f2b6d6");
        var database = client.entity(
                client.stored("Database", "default/snowflake/1700000000/DB").guid());

        assertThat(schema.at("/relationshipAttributes/tables")).hasSize(9);
        assertThat(schema.at("/attributes/tables")).hasSize(5);
        assertThat(glossary.at("/relationshipAttributes/terms")).hasSize(7);
        assertThat(glossary.at("/relationshipAttributes/categories")).hasSize(1);
        assertThat(client.entity(customers.guid()).at("/relationshipAttributes/columns"))
                .hasSize(4);
        assertThat(database.at("/relationshipAttributes/schemas")).hasSize(3);
        assertThat(database.path("relationshipAttributes").propertyNames()).doesNotContain("connection");
    }

    @Test
    void nameMatchesSubtypesToo() {
        var answer = byName("Table", "default/mongodb/mongodb.atlan.com/shop/carts");

        assertThat(answer.json().at("/entity/typeName").asString()).isEqualTo("MongoDBCollection");
    }

    @Test
    void nameFindsTheFirstOfATwin() {
        var answer = byName("Table", "default/redshift/1690000000/hr/core/applicants");

        assertThat(answer.json().at("/entity/status").asString()).isEqualTo("DELETED");
        assertThat(tenant.named("default/redshift/1690000000/hr/core/applicants"))
                .hasSize(2);
    }

    @Test
    void nameThatNobodyHas() {
        SandboxClient.Answer answer = byName("Table", "x");

        assertThat(answer.errorCode()).isEqualTo("ATLAS-404-00-009");
    }

    @Test
    void purgedIsUnknown() {
        client.call("DELETE", SandboxClient.BULK + "?guid=" + orders.guid() + "&deleteType=PURGE", null, token());

        assertThat(client.get("/api/meta/entity/guid/" + orders.guid()).errorCode())
                .isEqualTo("ATLAS-404-00-005");
    }

    @Test
    void replicaStillSaysArchivedAfterARestore() {
        tenant.change(settings -> settings.withReplicaLag(Duration.ofSeconds(4)));
        client.clock.tick(Duration.ofSeconds(10));

        client.write(entry(orders));

        assertThat(client.status(orders.guid())).isEqualTo("DELETED");
        assertThat(tenant.asset(orders.guid()).orElseThrow().status()).isEqualTo(AssetStatus.ACTIVE);
        client.clock.tick(Duration.ofSeconds(4));
        assertThat(client.status(orders.guid())).isEqualTo("ACTIVE");
    }

    @Test
    void archivedStillReadsActiveForAWhile() {
        tenant.change(settings -> settings.withArchivingLag(Duration.ofSeconds(4)));

        client.archive(customers.guid());

        assertThat(client.status(customers.guid())).isEqualTo("ACTIVE");
        assertThat(client.entity(customers.guid()).path("updateTime").asLong()).isGreaterThan(customers.updateTime());
        client.clock.tick(Duration.ofSeconds(4));
        assertThat(client.status(customers.guid())).isEqualTo("DELETED");
    }

    @Test
    void noTokenAndTheWrongTokenAreTheSame() {
        for (String token : new String[] {null, "Bearer wrong", "sandbox-token"}) {
            var answer = client.call("GET", "/api/meta/entity/guid/" + orders.guid(), null, token);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().path("status").asString()).isEqualTo("401");
        }
    }

    @Test
    void echoesTheRequestId() {
        assertThat(client.get("/api/meta/entity/guid/" + orders.guid())
                        .response()
                        .getHeader("X-Atlan-Request-Id"))
                .isEqualTo("request-1");
        assertThat(tenant.calls().getFirst().requestId()).isEqualTo("request-1");
    }

    @Test
    void carriesAnyQualifiedNameUnharmed() {
        StoredAsset odd = tenant.assets().values().stream()
                .filter(asset -> asset.name().contains("🚀"))
                .findFirst()
                .orElseThrow();
        String encoded = java.net.URLEncoder.encode(odd.qualifiedName(), java.nio.charset.StandardCharsets.UTF_8);

        client.write(entry(odd));

        assertThat(client.get("/api/meta/entity/uniqueAttribute/type/Table?attr%3AqualifiedName=" + encoded)
                        .json()
                        .at("/entity/guid")
                        .asString())
                .isEqualTo(odd.guid());
        assertThat(tenant.asset(odd.guid()).orElseThrow().qualifiedName()).isEqualTo(odd.qualifiedName());
    }

    private SandboxClient.Answer bulk(String more, String... guids) {
        return client.get(SandboxClient.BULK + "?guid=" + String.join("&guid=", List.of(guids)) + more);
    }

    private SandboxClient.Answer byName(String typeName, String qualifiedName) {
        return client.get("/api/meta/entity/uniqueAttribute/type/" + typeName + "?attr:qualifiedName=" + qualifiedName);
    }

    private static String token() {
        return "Bearer sandbox-token";
    }
}
