package io.restoregateway.web.atlan;

import static io.restoregateway.web.atlan.AtlanClient.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.StoredAsset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Atlan's published examples, sent to the gateway instead. */
@GuardedCallTest
class PublishedCallTest {

    private static final String REQUEST = file("published-request.json");

    @Autowired
    private AtlanClient client;

    @Autowired
    private TenantInMemory tenant;

    private StoredAsset connection;

    @BeforeEach
    void theConnectionIsArchived() {
        tenant.reset();
        connection = tenant.archived(Assets.publishedConnection());
    }

    @Test
    void restoresTheConnection() {
        client.post(REQUEST).restored(connection);

        assertThat(tenant.writes()).hasSize(1);
        assertThat(tenant.writes().getFirst().getFirst().values()).containsOnlyKeys("qualifiedName", "name");
    }

    @Test
    void answersWithTheKeysOfThePublishedAnswer() {
        JsonNode published = JsonMapper.shared().readTree(file("published-answer.json"));

        AtlanAnswer answer = client.post(REQUEST);

        assertThat(answer.json().propertyNames()).containsExactlyElementsOf(published.propertyNames());
        assertThat(answer.updated().get(0).propertyNames())
                .containsExactlyElementsOf(
                        published.path("mutatedEntities").path("UPDATE").get(0).propertyNames());
    }

    @Test
    void answersWithWhatWasReadBack() {
        JsonNode entity = client.post(REQUEST).updated().get(0);

        assertThat(entity.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(entity.path("displayText").asString()).isEqualTo("mongodb.atlan.com");
        assertThat(entity.path("updatedBy").asString()).isEqualTo("gateway");
        assertThat(entity.path("updateTime").asLong())
                .isEqualTo(Assets.LONG_AGO.plusSeconds(3600).toEpochMilli());
        assertThat(entity.path("createdBy").asString()).isEqualTo("crawler");
        assertThat(entity.path("createTime").asLong()).isEqualTo(1652781231100L);
        assertThat(entity.path("classificationNames").toString()).isEqualTo("[\"aTag\"]");
        assertThat(entity.path("attributes").path("queryTimeout").asInt()).isEqualTo(10);
        assertThat(entity.path("attributes").has("host")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "?replaceClassifications=false&replaceBusinessAttributes=false&overwriteBusinessAttributes=false",
                "/?replaceClassifications=False&appendTags=false",
            })
    void takesTheCallHoweverItIsWritten(String more) {
        client.post(more, REQUEST).restored(connection);
    }

    @Test
    void answersAsAtlanWhenNothingIsLeftToRestore() {
        client.post(REQUEST);

        AtlanAnswer again = client.post(REQUEST);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("{\"guidAssignments\":{}}");
        assertThat(tenant.writes()).hasSize(1);
    }

    @Test
    void knowsNoOtherGuid() {
        String other = REQUEST.replace(connection.guid().value(), "11111111-2222-4333-8444-555555555555");

        AtlanAnswer answer = client.post(other).isError(404, "ATLAS-404-00-00A");

        assertThat(answer.json().path("entityGuid").asString()).isEqualTo("11111111-2222-4333-8444-555555555555");
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void refusesItWithoutGuid() {
        String without = REQUEST.replace("\"guid\": \"" + connection.guid() + "\",", "");

        client.post(without)
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says("/entities/0/guid", "/api/v1/assets/restore-by-qualified-name");

        assertThat(tenant.requests()).isZero();
    }

    @Test
    void restoresATermOnceItHasItsGuidAndKeepsItsAnchor() {
        String body = file("published-term-without-guid.json");
        StoredAsset glossary = Assets.any("AtlasGlossary", "FzCMyPR2LxkPFgr8eNGrq", "FzCMyPR2LxkPFgr8eNGrq");
        StoredAsset term = tenant.archived(Assets.withQualifiedName(
                Assets.term("Example", glossary), "gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq"));

        client.post(body).isError(400, "GATEWAY-INVALID_REQUEST");
        String complete = body.replace("\"status\"", "\"guid\": \"" + term.guid() + "\", \"status\"")
                .replace("51a28d46-b700-4c9d-807d-397f25f2b6d6", glossary.guid().value());
        client.post(complete).restored(term);

        assertThat(tenant.writes().getFirst().getFirst().values()).containsKey("anchor");
    }

    @Test
    void refusesATermOfAnotherGlossary() {
        StoredAsset glossary = Assets.any("AtlasGlossary", "FzCMyPR2LxkPFgr8eNGrq", "FzCMyPR2LxkPFgr8eNGrq");
        StoredAsset term = tenant.archived(Assets.withQualifiedName(
                Assets.term("Example", glossary), "gsNccqJraDZqM6WyGP3ea@FzCMyPR2LxkPFgr8eNGrq"));

        client.post(file("published-term-without-guid.json")
                        .replace("\"status\"", "\"guid\": \"" + term.guid() + "\", \"status\""))
                .isError(409, "GATEWAY-ATTRIBUTE_MISMATCH")
                .about(term)
                .says("anchor");
        assertThat(tenant.writes()).isEmpty();
    }
}
