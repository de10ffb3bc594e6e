package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Searches: found in an index that may be behind, described from the store. */
class SearchTest {

    private static final String SCHEMA = "default/snowflake/1700000000/DB/SCHEMA";

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset orders = client.stored("Table", SCHEMA + "/ORDERS");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 | {'bool':{'filter':[{'prefix':{'qualifiedName':'SCHEMA/'}},{'term':{'__typeName.keyword':'Table'}}]}}",
                "4 | {'bool':{'filter':[{'prefix':{'qualifiedName':'SCHEMA/'}},{'term':{'__typeName.keyword':'Table'}},{'term':{'__state':'DELETED'}}]}}",
                "2 | {'terms':{'qualifiedName':['SCHEMA/ORDERS','SCHEMA2/ORDERS','nope']}}",
                "2 | {'wildcard':{'qualifiedName':{'value':'SCHEMA*/ORDERS'}}}",
                "1 | {'wildcard':{'qualifiedName':'SCHEMA/ORDER?'}}",
                "2 | {'term':{'name.keyword':{'value':'orders','case_insensitive':true}}}",
                "0 | {'term':{'name.keyword':'orders'}}",
                "7 | {'match':{'name':'orders'}}",
                "2 | {'bool':{'must':[{'match_all':{}}],'filter':{'term':{'name.keyword':'ORDERS'}},'must_not':[{'exists':{'field':'noSuchField'}}]}}",
                "3 | {'bool':{'should':[{'term':{'name.keyword':'ORDERS'}},{'term':{'name.keyword':'INVOICES'}}],'minimum_should_match':1}}",
                "0 | {'bool':{'should':[{'term':{'name.keyword':'ORDERS'}},{'term':{'name.keyword':'INVOICES'}}],'minimum_should_match':2}}",
                "1 | {'bool':{'filter':[{'term':{'__superTypeNames.keyword':'Resource'}}]}}",
                "0 | {'range':{'__modificationTimestamp':{'gte':1795255200000}}}"
            })
    void understandsTheQuery(int expected, String query) {
        String dsl = query.replace('\'', '"').replace("\"SCHEMA", "\"" + SCHEMA);
        SandboxClient.Answer answer = client.search(Json.object(Json.parse(dsl.getBytes(StandardCharsets.UTF_8))));

        assertThat(answer.json().path("approximateCount").asInt()).isEqualTo(expected);
    }

    @Test
    void pagesBehindTheLastHitAndFindsEachAssetOnce() {
        List<String> guids = new ArrayList<>();
        Object after = null;
        do {
            JsonNode page = page(after);
            page.path("entities").forEach(hit -> guids.add(hit.path("guid").asString()));
            after = page.has("entities") ? List.of(sortValue(guids.getLast()), guids.getLast()) : null;
        } while (after != null);

        assertThat(new HashSet<>(guids)).hasSize(guids.size());
        assertThat(guids).hasSize((int) tenant.assets().values().stream()
                .filter(asset -> asset.isArchived() && asset.access() != AssetAccess.NONE)
                .count());
    }

    private JsonNode page(Object after) {
        Map<String, Object> dsl = new LinkedHashMap<>();
        dsl.put("size", 20);
        dsl.put("query", Map.of("term", Map.of("__state", "DELETED")));
        dsl.put("sort", List.of(Map.of("__modificationTimestamp", Map.of("order", "desc")), Map.of("__guid", "asc")));
        if (after != null) {
            dsl.put("search_after", after);
        }
        return client.post("/api/meta/search/indexsearch", Map.of("dsl", dsl)).json();
    }

    private long sortValue(String guid) {
        return tenant.asset(guid).orElseThrow().updateTime();
    }

    @Test
    void hitsComeFromALaggingIndexAndTheirStatusFromTheStore() {
        tenant.change(settings -> settings.withIndexLag(Duration.ofSeconds(5)));
        client.clock.tick(Duration.ofSeconds(10));
        client.write(entry(orders));

        JsonNode hit = archivedNamedOrders().path("entities").get(0);
        assertThat(hit.path("status").asString()).isEqualTo("ACTIVE");

        client.clock.tick(Duration.ofSeconds(5));
        assertThat(archivedNamedOrders().has("entities")).isFalse();
    }

    @Test
    void indexCanLagByANumberOfChanges() {
        tenant.change(settings -> settings.withIndexLagChanges(1));
        client.write(entry(orders));
        assertThat(archivedNamedOrders().has("entities")).isTrue();

        tenant.as("jsmith").edit(orders.guid(), "description", "one more change");

        assertThat(archivedNamedOrders().has("entities")).isFalse();
    }

    @Test
    void newAssetIsNotFoundWhileTheIndexIsBehind() {
        tenant.change(settings -> settings.withIndexLag(Duration.ofSeconds(5)));
        tenant.as("jsmith").create("Table", "new/table", Map.of());

        assertThat(client.search(Map.of("term", Map.of("qualifiedName", "new/table")))
                        .json()
                        .path("approximateCount")
                        .asInt())
                .isZero();
    }

    @Test
    void archivedRelationshipsAreNotReturned() {
        StoredAsset term = client.stored("AtlasGlossaryTerm", "gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq");
        StoredAsset active = client.stored(
                "AtlasGlossaryTerm", Guids.nanoId("FzCMyPR2LxkPFgr8eNGrq", "Revenue") + "@FzCMyPR2LxkPFgr8eNGrq");

        assertThat(attributes(term).has("anchor")).isFalse();
        assertThat(attributes(active).at("/anchor/guid").asString()).isEqualTo("51a28d46-b700-4c9d-807d-397f25f2b6d6");
    }

    @Test
    void doesNotFindWhatTheTokenMayNotRead() {
        assertThat(client.search(Map.of("term", Map.of("name.keyword", "board_papers")))
                        .json()
                        .path("approximateCount")
                        .asInt())
                .isZero();
    }

    @Test
    void refusesAWindowBeyondTenThousand() {
        var dsl = Map.of("from", 9_990, "size", 100, "query", Map.of("match_all", Map.of()));

        SandboxClient.Answer answer = client.post("/api/meta/search/indexsearch", Map.of("dsl", dsl));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Result window is too large");
    }

    @Test
    void refusesAQueryThatItDoesNotKnow() {
        assertThat(client.search(Map.of("fuzzy", Map.of("name", "x"))).status()).isEqualTo(400);
    }

    private JsonNode attributes(StoredAsset asset) {
        return client.search(Map.of("term", Map.of("__guid", asset.guid())))
                .json()
                .at("/entities/0/attributes");
    }

    private JsonNode archivedNamedOrders() {
        return client.search(Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        Map.of("term", Map.of("__state", "DELETED")),
                                        Map.of("term", Map.of("qualifiedName", orders.qualifiedName()))))))
                .json();
    }
}
