package io.restoregateway.web.atlan;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.StoredAsset;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gateway answered to one of Atlan's clients, with assertions about it. */
record AtlanAnswer(int status, String body, String contentType, String retryAfter, String requestId) {

    JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    JsonNode updated() {
        return json().path("mutatedEntities").path("UPDATE");
    }

    /** A success that lists exactly these, in this order. */
    AtlanAnswer restored(StoredAsset... assets) {
        assertThat(status).as(body).isEqualTo(200);
        assertThat(contentType).isEqualTo("application/json");
        assertThat(updated().valueStream().map(entity -> entity.path("guid").asString()))
                .as(body)
                .containsExactlyElementsOf(
                        Arrays.stream(assets).map(asset -> asset.guid().value()).toList());
        assertThat(json().path("mutatedEntities").propertyNames()).containsExactly("UPDATE");
        assertThat(json().path("guidAssignments").isObject()).isTrue();
        assertThat(json().path("guidAssignments")).isEmpty();
        return this;
    }

    AtlanAnswer isError(int expectedStatus, String errorCode) {
        assertThat(status).as(body).isEqualTo(expectedStatus);
        assertThat(contentType).startsWith("application/json");
        assertThat(requestId).isNotBlank();
        assertThat(json().path("errorCode").asString()).as(body).isEqualTo(errorCode);
        assertThat(json().path("errorMessage").asString()).isNotBlank();
        assertThat(json().propertyNames()).isSubsetOf("errorCode", "errorMessage", "entityGuid", "change");
        assertThat(body).doesNotContain("Exception", "\tat ", "tools.jackson", "org.springframework", "problems/");
        return this;
    }

    AtlanAnswer about(StoredAsset asset) {
        assertThat(json().path("entityGuid").asString())
                .as(body)
                .isEqualTo(asset.guid().value());
        return this;
    }

    AtlanAnswer says(String... words) {
        assertThat(json().path("errorMessage").asString()).contains(words);
        return this;
    }
}
