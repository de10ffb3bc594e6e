package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Gateway.Answer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description's request examples, each sent to the sandbox as it stands. */
class DescribedExamplesTest extends PromiseTestCase {

    @Test
    void eachRestoresWhatItNames() {
        int calls = 0;
        for (Map.Entry<String, JsonNode> path :
                gateway.get("/v3/api-docs").body().get("paths").properties()) {
            // A job is only ordered by its call, and the other calls about it need its id: tried in web.jobs.
            if (path.getValue().has("post") && !path.getKey().startsWith("/api/v1/restore-jobs")) {
                calls++;
                assertThat(examples(path.getValue())).as(path.getKey()).isNotEmpty();
                examples(path.getValue()).forEach(example -> restores(path.getKey(), example.get("value")));
            }
        }
        assertThat(calls).isEqualTo(6);
    }

    private static Stream<JsonNode> examples(JsonNode path) {
        return path.at("/post/requestBody/content/application~1json/examples").valueStream();
    }

    private void restores(String path, JsonNode body) {
        tenant.reset();

        Answer answer = gateway.postText(path, body.toString());

        assertThat(answer.status()).as("%s: %s", body, answer.body()).isEqualTo(200);
        assertThat(outcomes(answer.body())).as("%s", body).containsOnly("RESTORED");
    }

    private static Stream<String> outcomes(JsonNode answer) {
        return answer.has("mutatedEntities")
                ? answer.at("/mutatedEntities/UPDATE").valueStream().map(restored -> "RESTORED")
                : Stream.concat(Stream.of(answer), answer.path("results").valueStream())
                        .map(result -> result.path("outcome").asString())
                        .filter(outcome -> !outcome.isEmpty());
    }
}
