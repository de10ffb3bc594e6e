package io.restoregateway.web.atlan;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Describes how Atlan's own call, guarded, tells that something went wrong: always in Atlan's shape. */
@Component
final class BulkCallErrors implements GlobalOperationCustomizer {

    private final JsonMapper json;

    BulkCallErrors(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        if (GuardedBulkCall.OPERATION.equals(operation.getOperationId())) {
            written()
                    .forEachEntry(
                            (status, error) -> operation.getResponses().addApiResponse(status, answer(status, error)));
        }
        return operation;
    }

    private ApiResponse answer(String status, JsonNode error) {
        MediaType media = new MediaType().schema(new Schema<>().$ref(Components.COMPONENTS_SCHEMAS_REF + "AtlanError"));
        error.path("examples").forEachEntry((name, example) -> media.addExamples(name, example(example)));
        ApiResponse answer = new ApiResponse()
                .description(error.path("description").asString())
                .content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_JSON_VALUE, media));
        answer.addHeaderObject("X-Request-Id", new Header().$ref("#/components/headers/RequestId"));
        if (status.equals("429") || status.equals("503")) {
            answer.addHeaderObject(HttpHeaders.RETRY_AFTER, new Header().$ref("#/components/headers/RetryAfter"));
        }
        return answer;
    }

    private Example example(JsonNode written) {
        return new Example()
                .summary(written.path("summary").asString())
                .value(json.treeToValue(written.path("value"), Object.class));
    }

    private JsonNode written() {
        ClassPathResource file = new ClassPathResource("openapi/" + GuardedBulkCall.OPERATION + ".json");
        try (InputStream content = file.getInputStream()) {
            return json.readTree(content).path("errors");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
