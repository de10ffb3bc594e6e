package io.restoregateway.web;

import static io.restoregateway.web.problem.ProblemType.AMBIGUOUS_NAME;
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

/** Restores assets now. */
@RestController
@RequestMapping(path = "/api/v1/assets")
@Tag(name = ApiDescription.RESTORE_NOW)
class AssetController {

    private final Restores restores;

    AssetController(Restores restores) {
        this.restores = restores;
    }

    @PostMapping(path = "/restore", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "restoreAsset", summary = "Restore one archived asset")
    @TellsRestoreProblems
    ResponseEntity<RestoreResponse> restore(
            @RequestBody RestoreAssetRequest request,
            @RequestParam(required = false) @ValidateOnlyParameter @Nullable String validateOnly) {
        return Answers.json(
                restores.one(Claims.of(request.asset()), ValidateOnly.options(validateOnly, request.includeTerms())));
    }

    @PostMapping(path = "/restore-by-qualified-name", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "restoreAssetByQualifiedName",
            summary = "Restore one archived asset whose guid is not at hand")
    @TellsRestoreProblems
    @MayTell(AMBIGUOUS_NAME)
    ResponseEntity<RestoreResponse> restoreByQualifiedName(
            @RequestBody NamedAssetRequest request,
            @RequestParam(required = false) @ValidateOnlyParameter @Nullable String validateOnly) {
        return Answers.json(restores.byName(request, ValidateOnly.options(validateOnly, request.includeTerms())));
    }

    @PostMapping(path = "/restore-batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "restoreAssets", summary = "Restore up to 100 archived assets")
    @TellsCommonProblems
    @MayTell({DUPLICATE_GUID, TOO_MANY_ASSETS})
    ResponseEntity<BatchResponse<AssetRequest>> restoreBatch(
            @RequestBody AssetBatchRequest request,
            @RequestParam(required = false) @ValidateOnlyParameter @Nullable String validateOnly) {
        return Answers.json(restores.batch(
                "assets", request.assets(), Claims::of, ValidateOnly.options(validateOnly, request.includeTerms())));
    }
}
