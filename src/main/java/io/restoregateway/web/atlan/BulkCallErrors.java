package io.restoregateway.web.atlan;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** Describes how Atlan's own call, guarded, tells that something went wrong: always in the same shape. */
@Component
final class BulkCallErrors implements OperationCustomizer {

    private static final List<Told> ERRORS = List.of(
            new Told(
                    400,
                    "Malformed, without a real guid, or asking for more than a restore; Atlan was not asked.",
                    BulkExamples.NO_GUID),
            new Told(401, "No API key, or a wrong one.", BulkExamples.UNAUTHENTICATED),
            new Told(403, "Atlan refuses the gateway's token this asset.", BulkExamples.FORBIDDEN_BY_ATLAN),
            new Told(
                    409,
                    "Something else that was said of the asset is not stored so, or an active asset has its name;"
                            + " nothing was sent.",
                    BulkExamples.OTHER_ATTRIBUTE),
            new Told(413, "The body is too large.", BulkExamples.TOO_LARGE),
            new Told(415, "The body is not JSON.", BulkExamples.OTHER_MEDIA_TYPE),
            new Told(
                    422, "Too many entities, or one that cannot be restored; nothing was sent.", BulkExamples.TOO_MANY),
            new Told(429, "The tenant's call budget is spent for now; nothing was sent.", BulkExamples.BUDGET),
            new Told(
                    502,
                    "Atlan answered an error or nonsense, refused the gateway's token, or changed something other than"
                            + " asked.",
                    BulkExamples.ALARM),
            new Told(503, "Atlan is away or in maintenance; nothing was sent.", BulkExamples.AWAY),
            new Told(
                    504,
                    "Sent, and nothing definite could be learned; Atlan may commit late.",
                    BulkExamples.UNCONFIRMED));

    @Override
    public Operation customize(Operation operation, HandlerMethod call) {
        if (call.hasMethodAnnotation(BulkCallDescription.class)) {
            ERRORS.forEach(
                    error -> operation.getResponses().addApiResponse(String.valueOf(error.status), error.described()));
        }
        return operation;
    }

    /** What is told with one HTTP status. */
    private record Told(int status, String description, String example) {

        ApiResponse described() {
            MediaType json = new MediaType()
                    .schema(new Schema<>().$ref("AtlanError"))
                    .addExamples(
                            "example", new Example().value(JsonMapper.shared().readValue(example, Map.class)));
            ApiResponse response = new ApiResponse()
                    .description(description)
                    .content(new Content()
                            .addMediaType(org.springframework.http.MediaType.APPLICATION_JSON_VALUE, json));
            return status == 429 || status == 503
                    ? response.addHeaderObject(
                            HttpHeaders.RETRY_AFTER,
                            new Header().description("Seconds to wait.").schema(new IntegerSchema()))
                    : response;
        }
    }
}
