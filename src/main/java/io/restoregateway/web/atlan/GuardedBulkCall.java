package io.restoregateway.web.atlan;

import io.restoregateway.restore.AssetClaim;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.RestoreOptions;
import io.restoregateway.web.json.JsonDocument;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes Atlan's own restore call from those who make it, and restores by our rule: all that it names, or nothing. */
@RestController
@Tag(name = "Atlan's own call, guarded", description = "Atlan's request and answer, none of its dangers.")
class GuardedBulkCall {

    static final String PATH = "/api/meta/entity/bulk";

    /** Some of Atlan's clients add a slash. */
    static final String PATH_WITH_SLASH = PATH + "/";

    private static final RestoreOptions ALL_OR_NOTHING = new RestoreOptions(false, false, true);

    private final RestoreAssets assets;

    GuardedBulkCall(RestoreAssets assets) {
        this.assets = assets;
    }

    @BulkCallDescription
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    BulkAnswer restore(@RequestBody JsonDocument body, HttpServletRequest request) {
        WriteParameters.refuse(request.getParameterMap());
        List<AssetClaim> claims = BulkBody.claims(body);
        return Verdict.on(claims, assets.restore(claims, ALL_OR_NOTHING));
    }

    @Hidden
    @PostMapping(
            path = PATH_WITH_SLASH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    BulkAnswer restoreWithSlash(@RequestBody JsonDocument body, HttpServletRequest request) {
        return restore(body, request);
    }
}
