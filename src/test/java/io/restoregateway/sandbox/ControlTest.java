package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant is driven over HTTP too. */
class ControlTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset orders = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/ORDERS");

    @Test
    void resetsTheTenant() {
        client.write(entry(orders));

        assertThat(client.post("/control/reset", "").json().path("assets").asInt())
                .isEqualTo(tenant.assets().size());

        assertThat(tenant.asset(orders.guid())).contains(orders);
        assertThat(tenant.counts().total()).isZero();
    }

    @Test
    void changesOnlyTheSettingsThatAreSent() {
        SandboxClient.Answer answer = put("/control/settings", "{\"indexLag\":\"PT5S\",\"callsPerMinute\":10}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(client.get("/control/settings").json().path("indexLag").asString())
                .isEqualTo("PT5S");
        assertThat(tenant.settings())
                .isEqualTo(SandboxSettings.HEALTHY
                        .withIndexLag(java.time.Duration.ofSeconds(5))
                        .withCallsPerMinute(10));
    }

    @Test
    void changesEverythingThatABulkTestTurns() {
        client.post(
                "/control/settings",
                "{\"latencyPerCall\":\"PT0.2S\",\"latencyPerEntity\":\"PT0.01S\",\"callsPerMinute\":60,\"indexLag\":\"PT3S\"}");

        assertThat(tenant.settings())
                .isEqualTo(SandboxSettings.HEALTHY
                        .withLatencyPerCall(java.time.Duration.ofMillis(200))
                        .withLatencyPerEntity(java.time.Duration.ofMillis(10))
                        .withCallsPerMinute(60)
                        .withIndexLag(java.time.Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"noSuchSetting\":1}", "{\"callsPerMinute\":0}", "{\"indexLag\":\"soon\"}", "{"})
    void refusesSettingsThatMakeNoSense(String settings) {
        assertThat(put("/control/settings", settings).status()).isEqualTo(400);
        assertThat(tenant.settings()).isEqualTo(SandboxSettings.HEALTHY);
    }

    @Test
    void showsTheCalls() {
        client.write(entry(orders));

        var calls = client.get("/control/calls").json();

        assertThat(calls.at("/counts/byKind/WRITE").asInt()).isEqualTo(1);
        assertThat(calls.at("/calls/0/entities").asInt()).isEqualTo(1);
    }

    @Test
    void queuesAFault() {
        client.post("/control/faults", Map.of("kind", "WRITE", "commit", "NEVER", "status", 502, "body", "{}"));

        assertThat(client.write(entry(orders)).status()).isEqualTo(502);
        assertThat(client.write(entry(orders)).status()).isEqualTo(200);
    }

    @Test
    void queuesALateCommit() {
        client.post(
                "/control/faults",
                Map.of("kind", "WRITE", "commit", "LATER", "commitAfter", "PT20S", "delivery", "DROPPED"));

        assertThat(client.write(entry(orders)).dropped()).isTrue();
        client.clock.tick(java.time.Duration.ofSeconds(20));

        assertThat(client.status(orders.guid())).isEqualTo("ACTIVE");
    }

    @Test
    void wantsTheTokenToo() {
        assertThat(client.call("POST", "/control/reset", null, null).status()).isEqualTo(401);
    }

    @Test
    void knowsNoOtherPath() {
        assertThat(client.get("/control/nothing").status()).isEqualTo(404);
        assertThat(client.get("/nothing").status()).isEqualTo(404);
    }

    private SandboxClient.Answer put(String path, String body) {
        return client.call("PUT", path, body, "Bearer sandbox-token");
    }
}
