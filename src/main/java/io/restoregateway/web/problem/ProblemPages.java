package io.restoregateway.web.problem;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documentation behind each problem's {@code type}. */
@RestController
@RequestMapping("/problems")
@Tag(name = ProblemPages.TAG)
@SecurityRequirements
class ProblemPages {

    static final String TAG = "Problems";

    @GetMapping
    @Operation(operationId = "listProblemTypes", summary = "List every kind of problem")
    ResponseEntity<List<Page>> list() {
        return json(Arrays.stream(ProblemType.values()).map(Page::of).toList());
    }

    @GetMapping("/{slug}")
    @Operation(operationId = "getProblemType", summary = "Explain a kind of problem")
    @MayTell(ProblemType.NO_SUCH_PATH)
    ResponseEntity<Page> one(
            @PathVariable @Schema(description = "The last part of a problem's type.", example = "asset-not-found")
                    String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> json(Page.of(type)))
                .orElseThrow(() -> new ProblemException(ProblemStatuses.of(404)));
    }

    private static <T> ResponseEntity<T> json(T body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** A kind of problem, explained. */
    @Schema(name = "ProblemType", description = "A kind of problem, explained.")
    record Page(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            ProblemType code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The HTTP status that goes with it.")
            int status,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String title,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "When it is told.")
            String meaning) {

        static Page of(ProblemType type) {
            return new Page(type.uri(), type, type.status(), type.title(), type.meaning());
        }
    }
}
