package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a test with gateways in other processes asks of the tenant over HTTP. */
class TruthTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset orders = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/ORDERS");

    @Test
    void growsHasAnAccidentAndCountsOverHttp() {
        String connection = client.post("/control/generate", "{\"assets\":200,\"neighbourAssets\":100}")
                .json()
                .path("qualifiedName")
                .asString();
        String schema = connection + "/DB/SCHEMA";

        JsonNode accident = client.post(
                        "/control/archive", Map.of("beneath", schema, "user", "mwong", "includingItself", true))
                .json();

        assertThat(accident.path("archived").asInt()).isEqualTo(201);
        assertThat(client.get("/control/assets/counts?beneath=" + connection).json())
                .isEqualTo(Json.MAPPER.readTree("{\"active\":102,\"archived\":201}"));
        assertThat(client.get("/control/assets/counts").json().path("active").asLong())
                .isEqualTo(tenant.count().active());
    }

    @Test
    void listsAssetsPageByPageWithoutTearingNamesakesApart() {
        List<String> guids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = client.get("/control/assets?limit=7&after=" + encoded(after))
                    .json();
            page.path("assets").forEach(asset -> guids.add(asset.path("guid").asString()));
            after = page.path("next").asString("");
        } while (!after.isEmpty());

        assertThat(guids).doesNotHaveDuplicates();
        assertThat(new HashSet<>(guids)).isEqualTo(tenant.assets().keySet());
    }

    @Test
    void listsOnlyWhatIsAskedFor() {
        GeneratedConnection grown = tenant.generate(30);
        tenant.as("mwong")
                .archive(
                        tenant.beneath(grown.qualifiedName()).toList().getLast().guid());

        JsonNode page = client.get("/control/assets?status=DELETED&beneath=" + grown.qualifiedName())
                .json();

        assertThat(page.path("assets")).hasSize(1);
        assertThat(page.at("/assets/0/updatedBy").asString()).isEqualTo("mwong");
        assertThat(page.path("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/control/generate | {} | assets is missing",
                "/control/generate | {\"assets\":0} | assets must be between 1 and 1,000,000, but is 0",
                "/control/generate | {\"assets\":5,\"neighbourAssets\":1000001} | neighbourAssets must be between 1 and 1,000,000, but is 1000001",
                "/control/generate | {\"asets\":5} | asets",
                "/control/archive | {\"user\":\"mwong\"} | beneath is missing",
                "/control/archive | {\"beneath\":\"default\"} | user is missing"
            })
    void saysWhatIsWrongWithARequest(String path, String body, String message) {
        StatusCounts before = tenant.count();

        SandboxClient.Answer answer = client.post(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asString()).contains(message);
        assertThat(tenant.count()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "many"})
    void refusesPagesOfNoSize(String limit) {
        assertThat(client.get("/control/assets?limit=" + limit).status()).isEqualTo(400);
    }

    @Test
    void countsRestoresOfWhatWasActiveWhenTheCallArrived() {
        client.write(entry(orders));
        assertThat(tenant.needlessWrites().entries()).isZero();

        client.write(entry(orders), entry(client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/RETURNS")));
        tenant.queue(Fault.dropsBeforeCommit(CallKind.WRITE));
        client.write(entry(orders));

        JsonNode seen = client.get("/control/needless-writes").json();
        assertThat(seen.path("entries").asInt()).isEqualTo(2);
        assertThat(seen.path("lastGuids"))
                .hasSize(2)
                .allMatch(guid -> guid.asString().equals(orders.guid()));
    }

    @Test
    void aRestoreThatSomebodyElseWasFasterWithIsNotNeedless() {
        tenant.beforeNextWrite(sandbox -> sandbox.as("jsmith").restore(orders.guid()));

        client.write(entry(orders));

        assertThat(tenant.needlessWrites().entries()).isZero();
    }

    @Test
    void anOrdinaryEditIsNoRestore() {
        Map<String, Object> edit = entry(orders);
        client.write(edit);
        edit.remove("status");
        client.write(edit);

        assertThat(tenant.needlessWrites().entries()).isZero();
    }

    @Test
    void tellsTheCallsAndTheBusiestMinuteUntilTheyAreForgotten() {
        client.write(entry(orders));
        client.clock.tick(Duration.ofSeconds(59));
        client.status(orders.guid());
        client.clock.tick(Duration.ofSeconds(1));
        client.write(entry(orders));

        JsonNode counts = client.get("/control/calls/counts").json();
        assertThat(counts.at("/byKind/WRITE").asInt()).isEqualTo(2);
        assertThat(counts.path("total").asInt()).isEqualTo(3);
        assertThat(counts.path("busiestMinute").asInt()).isEqualTo(2);

        assertThat(client.call("DELETE", "/control/calls", null, "Bearer sandbox-token")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(tenant.needlessWrites().entries()).isZero();
    }

    @Test
    void callsOverlapWhileTheyTakeTheirTime() throws Exception {
        CountDownLatch allWaiting = new CountDownLatch(4);
        tenant.change(settings -> settings.withLatencyPerCall(Duration.ofSeconds(1)));
        AtlanFront front = new AtlanFront(tenant, "token", latency -> meet(allWaiting));
        List<Future<AtlanAnswer>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                answers.add(callers.submit(() -> front.answer(new AtlanCall(
                        "GET",
                        "/api/meta/entity/guid/" + orders.guid(),
                        Map.of(),
                        "Bearer token",
                        null,
                        new byte[0]))));
            }
        }

        for (Future<AtlanAnswer> answer : answers) {
            assertThat(answer.get().status()).isEqualTo(200);
        }
        assertThat(allWaiting.getCount()).isZero();
    }

    /** Returns only when all callers wait at the same time. */
    private static void meet(CountDownLatch allWaiting) {
        allWaiting.countDown();
        try {
            assertThat(allWaiting.await(2, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }
}
