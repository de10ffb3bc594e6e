package io.restoregateway.web;

import io.restoregateway.web.problem.ProblemType;
import io.swagger.v3.oas.models.examples.Example;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The descriptions and examples of the API's calls, kept as JSON beside the code, one file a call. */
@Component
class ApiExamples {

    private final JsonMapper json;

    ApiExamples(JsonMapper json) {
        this.json = json;
    }

    /** What is written of a call: {@code description}, {@code request} and {@code responses}. */
    Optional<JsonNode> of(String operationId) {
        ClassPathResource file = new ClassPathResource("openapi/" + operationId + ".json");
        return file.exists() ? Optional.of(read(file)) : Optional.empty();
    }

    /** An example of each kind of problem, by code. */
    Map<String, Example> problems() {
        JsonNode specifics = read(new ClassPathResource("openapi/problems.json"));
        Map<String, Example> examples = new LinkedHashMap<>();
        for (ProblemType type : ProblemType.values()) {
            if (specifics.has(type.name())) {
                examples.put(type.name(), problem(type, specifics.path(type.name())));
            }
        }
        return examples;
    }

    /** A named example as it stands in a file: {@code {"summary": …, "value": …}}. */
    Example example(JsonNode written) {
        return new Example().summary(written.path("summary").asString()).value(plain(written.path("value")));
    }

    private Example problem(ProblemType type, JsonNode specifics) {
        ObjectNode problem = json.createObjectNode();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("code", type.name());
        problem.put("requestId", "9a0f6a2e-3f0b-4c39-9f0e-0b6f6a3a7c11");
        problem.setAll((ObjectNode) specifics);
        return new Example().summary(type.meaning()).value(plain(problem));
    }

    /** The same as lists and maps, since the description is written by another version of Jackson. */
    private Object plain(JsonNode node) {
        return json.treeToValue(node, Object.class);
    }

    private JsonNode read(ClassPathResource file) {
        try (InputStream content = file.getInputStream()) {
            return json.readTree(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
