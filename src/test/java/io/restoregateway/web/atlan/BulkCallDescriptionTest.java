package io.restoregateway.web.atlan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API's description says of Atlan's own call, held against what the call does. */
@GuardedCallTest
class BulkCallDescriptionTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private AtlanClient client;

    @Autowired
    private TenantInMemory tenant;

    private JsonNode paths;

    private JsonNode call;

    @BeforeEach
    void read() throws Exception {
        String description =
                mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString();
        paths = JsonMapper.shared().readTree(description).path("paths");
        call = paths.path(GuardedBulkCall.PATH).path("post");
        tenant.reset();
    }

    @Test
    void namesTheCallOnce() {
        assertThat(paths.propertyNames())
                .contains(GuardedBulkCall.PATH)
                .doesNotContain(GuardedBulkCall.PATH_WITH_SLASH);
        assertThat(call.path("operationId").asString()).isEqualTo(GuardedBulkCall.OPERATION);
        assertThat(call.path("description").asString()).contains("never creates, renames or overwrites");
    }

    @Test
    void hasAnExampleOfEachAnswer() {
        assertThat(call.path("responses").propertyNames())
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "404", "409", "413", "415", "422", "429", "502", "503", "504");
        for (JsonNode answer : call.path("responses")) {
            assertThat(answer.path("content").propertyNames()).containsExactly("application/json");
            assertThat(answer.at("/content/application~1json/examples")).isNotEmpty();
            assertThat(answer.path("headers").has("X-Request-Id")).isTrue();
        }
        assertThat(call.at("/responses/429/headers").has("Retry-After")).isTrue();
    }

    @Test
    void itsRequestsWork() {
        JsonNode examples = call.at("/requestBody/content/application~1json/examples");

        assertThat(examples).hasSize(2);
        for (JsonNode example : examples) {
            var connection = tenant.archived(Assets.publishedConnection());
            client.post(example.path("value").toString()).restored(connection);
        }
    }

    @Test
    void itsExamplesOfRefusalsAreWhatIsAnswered() {
        String request = AtlanClient.file("published-request.json");
        tenant.archived(Assets.publishedConnection());

        assertThat(client.post(request.replace("\"guid\"", "\"GUID\""))
                        .json()
                        .path("errorMessage")
                        .asString())
                .contains(example("400", "noGuid").path("errorMessage").asString());
        assertThat(client.postWithoutKey(request).json()).isEqualTo(example("401", "unauthenticated"));
        assertThat(client.post(request.replace("mongodb/mongodb", "mongodb/MONGODB"))
                        .json())
                .isEqualTo(example("404", "otherName"));
        assertThat(client.post(request.replace("warehouse", "bi")).json()).isEqualTo(example("409", "otherAttribute"));
    }

    private JsonNode example(String status, String name) {
        return call.at("/responses/" + status + "/content/application~1json/examples/" + name + "/value");
    }
}
