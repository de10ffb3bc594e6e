package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import io.restoregateway.audit.Action;
import io.restoregateway.audit.AuditTrail;
import io.restoregateway.audit.Origin;
import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a gateway that stopped between a write and its outcome left open is settled by the one that starts after it. */
class AuditAfterCrashTest {

    private static final String KEY = "Sesam-oeffne_dich.42";

    private static final String TOKEN = "the-token-of-the-tenant";

    @TempDir
    private static Path folder;

    private final int port = TestPorts.free();

    private final Gateway gateway = new Gateway(port, KEY);

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .profiles("sandbox")
                .run(
                        "--server.port=" + port,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=ERROR",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("gateway") + ";WRITE_DELAY=0",
                        "--gateway.sandbox.token=" + TOKEN,
                        "--gateway.access.mode=api-key",
                        "--gateway.access.api-key=" + KEY);
    }

    @Test
    void whatWasLeftOpenIsSettledAtTheNextStart() {
        AssetIdentity archived;
        AssetIdentity active;
        try (ConfigurableApplicationContext crashing = start()) {
            archived = any(crashing, StoredAsset::isArchived);
            active = any(crashing, asset -> !asset.isArchived());
            gateway.post("/api/v1/assets/restore", body(archived), "before-the-crash");
            // The rows as a crash right after the write leaves them.
            crashing.getBean(AuditTrail.class)
                    .journal(new Origin("jane", "crashed", null, Action.RESTORE))
                    .sending(List.of(archived, active));
        }

        try (ConfigurableApplicationContext next = start()) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(outcomes("crashed")).doesNotContainValue("OPEN"));

            assertThat(outcomes("crashed"))
                    .containsOnly(
                            Map.entry(archived.guid().value(), "UNCONFIRMED"),
                            Map.entry(active.guid().value(), "RESTORED"));
            assertThat(outcomes("before-the-crash"))
                    .containsOnlyKeys(archived.guid().value());
            assertThat(events("before-the-crash").getFirst().get("actor").stringValue())
                    .isEqualTo("api-key");
            assertThat(next.getBean(JdbcClient.class)
                            .sql("select * from audit_event")
                            .query()
                            .listOfRows()
                            .toString())
                    .contains("before-the-crash")
                    .doesNotContain(KEY, TOKEN);
        }
    }

    private Map<String, String> outcomes(String requestId) {
        return events(requestId).stream()
                .collect(Collectors.toMap(
                        event -> event.at("/asset/guid").stringValue(),
                        event -> event.get("outcome").stringValue()));
    }

    private List<JsonNode> events(String requestId) {
        Answer answer = gateway.get("/api/v1/audit-events");
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.body().get("items").values().stream()
                .filter(event -> event.get("requestId").stringValue().equals(requestId))
                .toList();
    }

    private static AssetIdentity any(ConfigurableApplicationContext gateway, Predicate<StoredAsset> condition) {
        return gateway.getBean(SandboxTenant.class).assets().values().stream()
                .filter(asset -> asset.typeName().equals("Table"))
                .filter(condition)
                .map(asset -> new AssetIdentity(
                        new TypeName(asset.typeName()),
                        new QualifiedName(asset.qualifiedName()),
                        new Guid(asset.guid())))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> body(AssetIdentity asset) {
        return Map.of(
                "typeName", asset.typeName().value(),
                "qualifiedName", asset.qualifiedName().value(),
                "guid", asset.guid().value());
    }
}
