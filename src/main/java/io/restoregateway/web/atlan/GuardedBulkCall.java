package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.web.json.JsonDocument;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes Atlan's own restore call from those who make it, and restores by our rule: all that it names, or nothing. */
@RestController
@Tag(name = "Atlan's own call, guarded")
class GuardedBulkCall {

    static final String OPERATION = "restoreByAtlanBulkCall";

    static final String PATH = "/api/meta/entity/bulk";

    /** Some of Atlan's clients add a slash. */
    static final String PATH_WITH_SLASH = PATH + "/";

    private static final RestoreOptions ALL_OR_NOTHING = new RestoreOptions(false, false, true);

    private final RestoreAssets assets;

    GuardedBulkCall(RestoreAssets assets) {
        this.assets = assets;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = OPERATION,
            summary = "Restore with Atlan's own bulk call, guarded",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = BulkRequestForm.class))))
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "400", content = @Content(schema = @Schema(implementation = AtlanError.class)))
    @Parameter(
            name = "replaceClassifications",
            in = ParameterIn.QUERY,
            description = WriteParameters.ONLY_FALSE,
            schema = @Schema(type = "string", allowableValues = "false"))
    @Parameter(
            name = "replaceBusinessAttributes",
            in = ParameterIn.QUERY,
            description = WriteParameters.ONLY_FALSE,
            schema = @Schema(type = "string", allowableValues = "false"))
    @Parameter(
            name = "overwriteBusinessAttributes",
            in = ParameterIn.QUERY,
            description = WriteParameters.ONLY_FALSE,
            schema = @Schema(type = "string", allowableValues = "false"))
    ResponseEntity<BulkAnswer> restore(@RequestBody JsonDocument body, HttpServletRequest request) {
        WriteParameters.refuse(request.getParameterMap());
        List<AssetClaim> claims = BulkBody.claims(body);
        BulkAnswer answer = Verdict.on(claims, assets.restore(claims, ALL_OR_NOTHING));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    @Hidden
    @PostMapping(path = PATH_WITH_SLASH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BulkAnswer> restoreWithSlash(@RequestBody JsonDocument body, HttpServletRequest request) {
        return restore(body, request);
    }
}
