package io.restoregateway.web;

import static io.restoregateway.web.problem.ProblemType.DUPLICATE_GUID;
import static io.restoregateway.web.problem.ProblemType.TOO_MANY_ASSETS;

import io.restoregateway.web.problem.MayTell;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Restores connections now, with administrators to add. */
@RestController
@RequestMapping(path = "/api/v1/connections")
@Tag(name = ApiDescription.RESTORE_NOW)
class ConnectionController {

    private final Restores restores;

    ConnectionController(Restores restores) {
        this.restores = restores;
    }

    @PostMapping(path = "/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "restoreConnection", summary = "Restore one archived connection")
    @TellsRestoreProblems
    ResponseEntity<RestoreResponse> restore(
            @RequestBody ConnectionRequest request,
            @RequestParam(required = false) @ValidateOnlyParameter @Nullable String validateOnly) {
        return Answers.json(restores.one(Claims.of(request), ValidateOnly.options(validateOnly, null)));
    }

    @PostMapping(path = "/restore-batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "restoreConnections", summary = "Restore up to 20 archived connections")
    @TellsCommonProblems
    @MayTell({DUPLICATE_GUID, TOO_MANY_ASSETS})
    ResponseEntity<BatchResponse<ConnectionRequest>> restoreBatch(
            @RequestBody ConnectionBatchRequest request,
            @RequestParam(required = false) @ValidateOnlyParameter @Nullable String validateOnly) {
        return Answers.json(restores.batch(
                "connections", request.connections(), Claims::of, ValidateOnly.options(validateOnly, null)));
    }
}
