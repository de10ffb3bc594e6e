package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.RecordedCall;
import io.restoregateway.sandbox.StoredAsset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the audit promises: one event for each asset that anybody asked for, and no write that it does not know of. */
class AuditPromiseTest extends PromiseTestCase {

    private static final String CONNECTION = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    private static final String GLOSSARY = "51a28d46-b700-4c9d-807d-397f25f2b6d6";

    private static final String NOBODY = "e185209b-4b08-4e2f-acc7-35c47229f670";

    private static final List<String> CALLS = List.of(
            "/api/v1/assets/restore",
            "/api/v1/assets/restore-by-qualified-name",
            "/api/v1/assets/restore-batch",
            "/api/v1/connections/restore",
            "/api/v1/connections/restore-batch",
            "/api/meta/entity/bulk");

    private final String requestId = "audit-" + UUID.randomUUID();

    @Autowired
    private JdbcClient database;

    private Map<String, Object> connection;

    @BeforeEach
    void theConnection() {
        connection = identity(CONNECTION);
    }

    private Map<String, Object> identity(String guid) {
        StoredAsset asset = tenant.asset(guid).orElseThrow();
        return Map.of("typeName", asset.typeName(), "qualifiedName", asset.qualifiedName(), "guid", guid);
    }

    /** That call's own way to ask for the connection. */
    private Map<String, Object> asking(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "restore-by-qualified-name" ->
                Map.of("typeName", "Connection", "qualifiedName", connection.get("qualifiedName"));
            case "restore-batch" ->
                Map.of(path.contains("connections") ? "connections" : "assets", List.of(connection));
            case "bulk" ->
                Map.of(
                        "entities",
                        List.of(Map.of(
                                "typeName",
                                "Connection",
                                "guid",
                                CONNECTION,
                                "status",
                                "ACTIVE",
                                "attributes",
                                Map.of(
                                        "qualifiedName",
                                        connection.get("qualifiedName"),
                                        "name",
                                        tenant.asset(CONNECTION).orElseThrow().name()))));
            default -> connection;
        };
    }

    private List<JsonNode> events() {
        return gateway.get("/api/v1/audit-events?limit=100").body().get("items").values().stream()
                .filter(event -> event.get("requestId").stringValue().equals(requestId))
                .toList();
    }

    private Answer ask(String path, Map<String, Object> body) {
        return gateway.post(path, body, requestId);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/assets/restore",
                "/api/v1/assets/restore-by-qualified-name",
                "/api/v1/assets/restore-batch",
                "/api/v1/connections/restore",
                "/api/v1/connections/restore-batch",
                "/api/meta/entity/bulk"
            })
    void everyRestoreLeavesOneEventForEachAsset(String path) {
        assertThat(ask(path, asking(path)).status()).isEqualTo(200);

        assertThat(events()).hasSize(1);
        JsonNode event = events().getFirst();
        RecordedCall write = tenant.calls().stream()
                .filter(call -> call.kind() == CallKind.WRITE)
                .findFirst()
                .orElseThrow();
        assertThat(event.get("actor").stringValue()).isEqualTo("anonymous");
        assertThat(event.get("action").stringValue()).isEqualTo("RESTORE");
        assertThat(event.get("outcome").stringValue()).isEqualTo("RESTORED");
        assertThat(event.get("atlanRequestId").stringValue()).isEqualTo(write.requestId());
        assertThat(event.get("at").stringValue())
                .isLessThanOrEqualTo(event.get("completedAt").stringValue());
        assertThat(event.get("asset").get("guid").stringValue()).isEqualTo(CONNECTION);
        assertThat(event.get("asset").get("typeName").stringValue()).isEqualTo("Connection");
        assertThat(event.get("asset").get("qualifiedName").stringValue()).isEqualTo(connection.get("qualifiedName"));
        assertThat(event.has("jobId")).isFalse();
    }

    @Test
    void whatIsOnlyLookedAtLeavesNone() {
        CALLS.stream()
                .filter(path -> !path.endsWith("bulk"))
                .forEach(path -> assertThat(
                                ask(path + "?validateOnly=true", asking(path)).status())
                        .isEqualTo(200));

        assertThat(events()).isEmpty();
    }

    @Test
    void whatWasNotSentIsThereWithItsReason() {
        ask("/api/v1/assets/restore", connection);
        ask(
                "/api/v1/assets/restore-batch",
                Map.of(
                        "assets",
                        List.of(connection, Map.of("typeName", "Table", "qualifiedName", "a/b", "guid", NOBODY))));
        ask("/api/v1/assets/restore-by-qualified-name", Map.of("typeName", "Table", "qualifiedName", "a/b"));
        ask("/api/v1/assets/restore", Map.of("typeName", "Table", "qualifiedName", "a/b", "guid", CONNECTION));

        assertThat(events())
                .extracting(event -> event.get("outcome").stringValue() + " "
                        + event.path("code").stringValue("") + " "
                        + event.at("/asset/guid").stringValue("no guid"))
                .containsExactlyInAnyOrder(
                        "RESTORED  " + CONNECTION,
                        "ALREADY_ACTIVE  " + CONNECTION,
                        "NOT_FOUND ASSET_NOT_FOUND " + NOBODY,
                        "NOT_FOUND ASSET_NOT_FOUND no guid",
                        "REFUSED TYPE_MISMATCH " + CONNECTION);
        assertThat(events())
                .filteredOn(event -> event.has("atlanRequestId"))
                .extracting(event -> event.get("outcome").stringValue())
                .containsExactly("RESTORED");
    }

    @Test
    void whatAGlossaryBringsAlongIsThereToo() {
        if (!tenant.asset(GLOSSARY).orElseThrow().isArchived()) {
            tenant.as("somebody").archive(GLOSSARY);
        }
        java.util.HashMap<String, Object> glossary = new java.util.HashMap<>(identity(GLOSSARY));
        glossary.put("includeTerms", true);

        Answer answer = ask("/api/v1/assets/restore", glossary);

        int brought = answer.body().path("alsoRestored").size();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(brought).isPositive();
        assertThat(events())
                .hasSize(1 + brought)
                .allSatisfy(
                        event -> assertThat(event.get("outcome").stringValue()).isEqualTo("RESTORED"));
        assertThat(events())
                .extracting(event -> event.at("/asset/guid").stringValue())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/assets/restore",
                "/api/v1/assets/restore-by-qualified-name",
                "/api/v1/assets/restore-batch",
                "/api/v1/connections/restore",
                "/api/v1/connections/restore-batch",
                "/api/meta/entity/bulk"
            })
    void whatCannotBeRecordedIsNotSent(String path) {
        Map<String, StoredAsset> before = tenant.assets();
        database.sql("alter table audit_event rename to audit_event_elsewhere").update();
        Answer answer;
        try {
            answer = ask(path, asking(path));
        } finally {
            database.sql("alter table audit_event_elsewhere rename to audit_event")
                    .update();
        }

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().toString()).contains("AUDIT_UNAVAILABLE", "audit cannot be written");
        assertThat(tenant.counts().of(CallKind.WRITE)).isZero();
        assertThat(tenant.assets()).isEqualTo(before);
        assertThat(events()).isEmpty();
    }

    @Test
    void eventsAreFoundByAssetActorAndTime() {
        ask("/api/v1/assets/restore", connection);
        String at = events().getFirst().get("at").stringValue();
        String after = clock.instant().plusMillis(1).toString();

        assertThat(gateway.get("/api/v1/audit-events?guid=" + CONNECTION + "&actor=anonymous&after=" + at)
                        .body()
                        .get("items"))
                .anyMatch(event -> event.get("requestId").stringValue().equals(requestId));
        assertThat(gateway.get("/api/v1/audit-events?after=" + after).body().get("items"))
                .isEmpty();
        assertThat(gateway.get("/api/v1/audit-events?actor=somebody").body().get("items"))
                .isEmpty();
        assertThat(gateway.get("/api/v1/audit-events?guid=" + NOBODY + "&jobId=" + NOBODY)
                        .body()
                        .get("items"))
                .isEmpty();
    }
}
