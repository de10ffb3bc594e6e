package io.restoregateway.web;

import io.restoregateway.access.Role;
import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemType;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** Completes the description of each call: what it never does, examples, and the problems that it may tell. */
@Component
class OperationDescriptions implements GlobalOperationCustomizer {

    private static final String PROBLEM_JSON = "application/problem+json";

    /** How every call can end that is not everybody's. */
    private static final List<ProblemType> ACCESS = List.of(
            ProblemType.UNAUTHENTICATED,
            ProblemType.FORBIDDEN,
            ProblemType.TOO_MANY_REQUESTS,
            ProblemType.IDENTITY_PROVIDER_UNAVAILABLE);

    private final ApiExamples examples;

    OperationDescriptions(ApiExamples examples) {
        this.examples = examples;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        examples.of(operation.getOperationId()).ifPresent(written -> describe(operation, written));
        Set<Role> roles = CallRoles.of(call);
        if (!roles.isEmpty()) {
            operation.setDescription(operation.getDescription() + "\n\n" + CallRoles.sentence(roles, call));
        }
        problems(call, roles.isEmpty() ? Stream.of() : ACCESS.stream())
                .forEach((status, types) ->
                        operation.getResponses().addApiResponse(String.valueOf(status), problemAnswer(status, types)));
        operation.getResponses().values().forEach(OperationDescriptions::addRequestId);
        return operation;
    }

    private void describe(Operation operation, JsonNode written) {
        operation.setDescription(written.path("description").asString());
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setDescription(null);
            addExamples(operation.getRequestBody().getContent(), written.path("request"));
        }
        Stream.of("200", "202")
                .map(operation.getResponses()::get)
                .filter(Objects::nonNull)
                .forEach(good -> {
                    good.setDescription(written.path("answer").asString());
                    addExamples(good.getContent(), written.path("answers"));
                });
    }

    /** An example is in JSON unless it names another of the content's media types. */
    private void addExamples(Content content, JsonNode written) {
        written.forEachEntry((name, example) -> {
            String type = example.path("mediaType").asString("application/json");
            MediaType media = Objects.requireNonNull(content.get(type), () -> name + " has no place for " + type);
            media.addExamples(name, examples.example(example));
        });
    }

    private static Map<Integer, List<ProblemType>> problems(HandlerMethod call, Stream<ProblemType> more) {
        return Stream.concat(
                        MergedAnnotations.from(call.getMethod()).stream(MayTell.class)
                                .flatMap(told -> Arrays.stream(told.getEnumArray("value", ProblemType.class))),
                        more)
                .sorted()
                .distinct()
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    }

    private static ApiResponse problemAnswer(int status, List<ProblemType> types) {
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        types.forEach(
                type -> media.addExamples(type.name(), new Example().$ref("#/components/examples/" + type.name())));
        ApiResponse answer = new ApiResponse()
                .description(types.stream()
                        .map(type -> "`" + type.name() + "`: " + type.meaning())
                        .collect(Collectors.joining("\n\n")))
                .content(new Content().addMediaType(PROBLEM_JSON, media));
        if (status == 429 || status == 503) {
            answer.addHeaderObject("Retry-After", new Header().$ref("#/components/headers/RetryAfter"));
        }
        return answer;
    }

    private static void addRequestId(ApiResponse answer) {
        answer.addHeaderObject("X-Request-Id", new Header().$ref("#/components/headers/RequestId"));
    }
}
