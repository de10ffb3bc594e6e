package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.AssetAccess;
import io.restoregateway.sandbox.CallKind;
import io.restoregateway.sandbox.StoredAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Atlan's two published pages, word for word with only the host changed, and the costs that are promised. */
class PublishedExamplesTest extends PromiseTestCase {

    private static final String CONNECTION = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    private static final String GLOSSARY = "51a28d46-b700-4c9d-807d-397f25f2b6d6";

    private static final String BULK = "/api/meta/entity/bulk"
            + "?replaceClassifications=false&replaceBusinessAttributes=false&overwriteBusinessAttributes=false";

    private Answer restoreConnection(String guid) {
        return gateway.postText("/api/meta/entity/bulk", """
                {"entities":[{"typeName":"Connection","attributes":{"name":"mongodb.atlan.com","category":"warehouse",\
                "connectorName":"mongodb","qualifiedName":"default/mongodb/mongodb.atlan.com"},%s"status":"ACTIVE"}]}""".formatted(guid));
    }

    @Test
    void restoreConnectionsRestoresThePublishedConnection() {
        Map<String, StoredAsset> before = tenant.assets();

        Answer answer = restoreConnection("\"guid\":\"" + CONNECTION + "\",");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode restored = answer.body().at("/mutatedEntities/UPDATE/0");
        assertThat(restored.get("guid").stringValue()).isEqualTo(CONNECTION);
        assertThat(restored.get("status").stringValue()).isEqualTo("ACTIVE");
        assertThat(answer.body().get("guidAssignments").isEmpty()).isTrue();
        assertThat(tenant.asset(CONNECTION).orElseThrow().attributes())
                .isEqualTo(before.get(CONNECTION).attributes());
    }

    @Test
    void restoreConnectionsAnswersAnUnknownGuidAsPublished() {
        Answer answer = restoreConnection("\"guid\":\"e185209b-4b08-4e2f-acc7-35c47229f670\",");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("errorCode").stringValue()).isEqualTo("ATLAS-404-00-00A");
        assertThat(answer.body().get("entityGuid").stringValue()).isEqualTo("e185209b-4b08-4e2f-acc7-35c47229f670");
        assertThat(tenant.counts().of(CallKind.WRITE)).isZero();
    }

    @Test
    void restoreConnectionsRefusesToGuessWithoutAGuid() {
        Answer answer = restoreConnection("");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("errorMessage").stringValue())
                .contains("/api/v1/assets/restore-by-qualified-name");
        assertThat(tenant.counts().total()).isZero();
    }

    @Test
    void restoringAssetsInBulkRestoresThePublishedTermsWithTheirAnchors() {
        String example = archivedTerm("Example");
        String another = archivedTerm("Another Example");
        Map<String, StoredAsset> before = tenant.assets();

        Answer answer = gateway.postText(BULK, """
                {"entities":[
                  {"typeName":"AtlasGlossaryTerm","guid":"%s","attributes":{"name":"Example",\
                "qualifiedName":"gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq",\
                "anchor":{"typeName":"AtlasGlossary","guid":"%s"}},"status":"ACTIVE"},
                  {"typeName":"AtlasGlossaryTerm","guid":"%s","attributes":{"name":"Another Example",\
                "qualifiedName":"%s","anchor":{"typeName":"AtlasGlossary","guid":"%s"}},"status":"ACTIVE"}]}""".formatted(
                        example, GLOSSARY, another, before.get(another).qualifiedName(), GLOSSARY));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/mutatedEntities/UPDATE").values())
                .extracting(entity -> entity.get("guid").stringValue())
                .containsExactly(example, another);
        assertThat(List.of(example, another)).allSatisfy(guid -> {
            assertThat(tenant.asset(guid).orElseThrow().isArchived()).isFalse();
            assertThat(tenant.relationships().values())
                    .anyMatch(edge -> edge.childGuid().equals(guid)
                            && edge.parentGuid().equals(GLOSSARY)
                            && edge.status() == io.restoregateway.sandbox.AssetStatus.ACTIVE);
        });
        assertThat(tenant.assets()).containsOnlyKeys(before.keySet());
    }

    @Test
    void oneAssetCostsFourCallsByGuidAndByName() {
        StoredAsset asset = tenant.asset(CONNECTION).orElseThrow();

        gateway.post(
                "/api/v1/assets/restore-by-qualified-name",
                Map.of("typeName", "Connection", "qualifiedName", asset.qualifiedName()));
        assertThat(tenant.asset(CONNECTION).orElseThrow().isArchived()).isFalse();
        assertThat(tenant.counts().total()).isEqualTo(4);

        tenant.reset();
        gateway.post("/api/v1/connections/restore", Map.of("guid", CONNECTION, "qualifiedName", asset.qualifiedName()));
        assertThat(tenant.asset(CONNECTION).orElseThrow().isArchived()).isFalse();
        assertThat(tenant.counts().total()).isEqualTo(4);
    }

    @Test
    void aHundredHealthyAssetsCostAtMostSixCalls() {
        Answer answer = gateway.post("/api/v1/assets/restore-batch", Map.of("assets", hundred()));

        assertThat(answer.body().get("complete").booleanValue()).isTrue();
        assertThat(answer.body().at("/summary/restored").intValue()).isEqualTo(100);
        assertThat(tenant.counts().total()).isLessThanOrEqualTo(6);
    }

    @Test
    void threeThatOnlyAtlanRefusesDoNotKeepNinetySevenFromComingBack() {
        List<Map<String, Object>> hundred = hundred();
        for (int index : List.of(10, 55, 99)) {
            tenant.as("admin").allow((String) hundred.get(index).get("guid"), AssetAccess.READ_ONLY);
        }

        Answer answer = gateway.post("/api/v1/assets/restore-batch", Map.of("assets", hundred));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/summary/restored").intValue()).isEqualTo(97);
        assertThat(answer.body().at("/summary/failed").intValue()).isEqualTo(3);
        assertThat(IntStream.of(10, 55, 99).mapToObj(answer.body().get("results")::get))
                .extracting(result -> result.at("/problem/code").stringValue())
                .containsOnly("FORBIDDEN_BY_ATLAN");
    }

    @Test
    void anAssetArchivedJustNowIsLookedAtTwice() {
        tenant.change(settings -> settings.withArchivingLag(java.time.Duration.ofSeconds(1)));
        StoredAsset active = assets().stream()
                .filter(asset -> asset.typeName().equals("Table") && !asset.isArchived())
                .filter(asset -> tenant.named(asset.qualifiedName()).size() == 1)
                .findFirst()
                .orElseThrow();
        tenant.as("somebody").archive(active.guid());

        Answer answer = gateway.post(
                "/api/v1/assets/restore",
                Map.of("typeName", "Table", "qualifiedName", active.qualifiedName(), "guid", active.guid()));

        assertThat(answer.body().get("outcome").stringValue()).isEqualTo("RESTORED");
        assertThat(tenant.asset(active.guid()).orElseThrow().isArchived()).isFalse();
    }

    @Test
    void findsWhatRestoresAsItIs() {
        Answer found = gateway.get("/api/v1/archived-assets?connectionQualifiedName=default%2Fsnowflake%2F1700000000");
        List<JsonNode> identities = found.body().get("items").values().stream()
                .map(item -> item.get("identity"))
                .toList();

        Answer answer = gateway.post("/api/v1/assets/restore-batch", Map.of("assets", identities));

        assertThat(answer.body().get("complete").booleanValue()).isTrue();
        assertThat(answer.body().at("/summary/restored").intValue())
                .isEqualTo(identities.size())
                .isPositive();
    }

    /** A hundred archived assets that nothing stands against. */
    private List<Map<String, Object>> hundred() {
        List<Map<String, Object>> identities = new ArrayList<>();
        IntStream.range(0, 100).forEach(index -> {
            String qualifiedName = "default/snowflake/1700000000/DB/SCHEMA/HEALTHY_" + index;
            String guid = tenant.as("crawler")
                    .create("Table", qualifiedName, Map.of("connectionQualifiedName", "default/snowflake/1700000000"));
            tenant.as("crawler").archive(guid);
            identities.add(Map.of("typeName", "Table", "qualifiedName", qualifiedName, "guid", guid));
        });
        tenant.forgetCalls();
        return identities;
    }

    private String archivedTerm(String name) {
        return assets().stream()
                .filter(asset -> asset.typeName().equals("AtlasGlossaryTerm")
                        && asset.name().equals(name)
                        && asset.qualifiedName().endsWith("@FzCMyPR2LxkPFgr8eNGrq"))
                .map(StoredAsset::guid)
                .findFirst()
                .orElseThrow();
    }
}
