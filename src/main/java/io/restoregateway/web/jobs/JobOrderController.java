package io.restoregateway.web.jobs;

import static io.restoregateway.web.problem.ProblemType.DATABASE_UNAVAILABLE;
import static io.restoregateway.web.problem.ProblemType.EMPTY_SELECTOR;
import static io.restoregateway.web.problem.ProblemType.IDEMPOTENCY_KEY_REUSED;
import static io.restoregateway.web.problem.ProblemType.INVALID_REQUEST;
import static io.restoregateway.web.problem.ProblemType.TOO_LARGE;
import static io.restoregateway.web.problem.ProblemType.TOO_MANY_ASSETS;
import static io.restoregateway.web.problem.ProblemType.TOO_MANY_OPEN_JOBS;
import static io.restoregateway.web.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;
import static io.restoregateway.web.problem.ProblemType.WRONG_STATE;

import io.restoregateway.web.problem.MayTell;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders for bulk restore jobs. */
@RestController
@RequestMapping(JobController.PATH)
@Tag(name = JobWords.TAG)
class JobOrderController {

    private static final String CSV = "text/csv";

    private static final String NDJSON = "application/x-ndjson";

    private final JsonIntake json;

    private final ManifestIntake manifests;

    private final FollowUps followUps;

    private final JobAnswers answers;

    JobOrderController(JsonIntake json, ManifestIntake manifests, FollowUps followUps, JobAnswers answers) {
        this.json = json;
        this.manifests = manifests;
        this.followUps = followUps;
        this.answers = answers;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, CSV, NDJSON})
    @Operation(
            operationId = "createRestoreJob",
            summary = "Order a bulk restore",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = JobRequest.class)),
                                @Content(mediaType = CSV, schema = @Schema(type = "string")),
                                @Content(mediaType = NDJSON, schema = @Schema(type = "string"))
                            }))
    @TakesIdempotencyKey
    @JobAccepted
    @MayTell({
        INVALID_REQUEST,
        IDEMPOTENCY_KEY_REUSED,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        TOO_MANY_ASSETS,
        TOO_MANY_OPEN_JOBS,
        EMPTY_SELECTOR,
        DATABASE_UNAVAILABLE
    })
    ResponseEntity<JobBody> create(
            @ParameterObject @ModelAttribute ManifestOptions options,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            HttpServletRequest request) {
        if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)) {
            options.refuseAny();
            return answers.of(json.take(type, request));
        }
        return answers.of(manifests.take(type, options, request));
    }

    @PostMapping("/{id}/retry-failed")
    @Operation(
            operationId = "retryFailedItems",
            summary = "Order a job of the items that failed",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = RetryRequest.class))))
    @TakesIdempotencyKey
    @JobAccepted
    @TellsJobProblems
    @MayTell({WRONG_STATE, TOO_MANY_OPEN_JOBS, IDEMPOTENCY_KEY_REUSED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE})
    ResponseEntity<JobBody> retryFailed(
            @PathVariable @JobIdParameter String id,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable
                    MediaType type,
            HttpServletRequest request) {
        return answers.of(followUps.retryFailed(answers.found(id), type, request));
    }

    @PostMapping("/{id}/undo")
    @Operation(
            operationId = "undoRestoreJob",
            summary = "Order a job that archives again exactly what this one restored",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = UndoRequest.class))))
    @TakesIdempotencyKey
    @JobAccepted
    @TellsJobProblems
    @MayTell({WRONG_STATE, TOO_MANY_OPEN_JOBS, IDEMPOTENCY_KEY_REUSED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE})
    ResponseEntity<JobBody> undo(
            @PathVariable @JobIdParameter String id,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable
                    MediaType type,
            HttpServletRequest request) {
        return answers.of(followUps.undo(answers.found(id), type, request));
    }
}
