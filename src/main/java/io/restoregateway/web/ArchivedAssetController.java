package io.restoregateway.web;

import static io.restoregateway.web.problem.ProblemType.ASSET_NOT_FOUND;
import static io.restoregateway.web.problem.ProblemType.FORBIDDEN_BY_ATLAN;

import io.restoregateway.archive.Archive;
import io.restoregateway.archive.ArchivePage;
import io.restoregateway.archive.ArchivedAsset;
import io.restoregateway.restore.Guid;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Finds archived assets. */
@RestController
@RequestMapping("/api/v1/archived-assets")
@Tag(name = ApiDescription.FIND)
class ArchivedAssetController {

    private final Archive archive;

    private final Inspections inspections;

    private final AssetLinks links;

    ArchivedAssetController(Archive archive, Inspections inspections, AssetLinks links) {
        this.archive = archive;
        this.inspections = inspections;
        this.links = links;
    }

    @GetMapping
    @Operation(operationId = "findArchivedAssets", summary = "Find archived assets")
    @TellsReadProblems
    ResponseEntity<FoundPage> find(@ParameterObject @ModelAttribute FindRequest request) {
        FindQuery query = FindQuery.of(request);
        ArchivePage page = archive.find(query.selector(), query.after(), query.limit());
        Guid next = page.next();
        return Answers.json(new FoundPage(
                page.items().stream().map(this::found).toList(),
                page.total(),
                next == null ? null : Cursor.write(next, query.selector())));
    }

    @GetMapping("/{guid}")
    @Operation(operationId = "inspectArchivedAsset", summary = "Ask what a restore of an asset would say")
    @TellsReadProblems
    @MayTell({FORBIDDEN_BY_ATLAN, ASSET_NOT_FOUND})
    ResponseEntity<InspectedAsset> inspect(
            @PathVariable
                    @Parameter(
                            description = Words.GUID_IS,
                            example = "e185209b-4b08-4e2f-acc7-35c47229f67f",
                            schema = @Schema(type = "string", pattern = Words.GUID_FORM))
                    String guid) {
        if (!Guid.isWellFormed(guid)) {
            throw ProblemException.invalid(
                    List.of(InputError.of("guid", "must be a UUID of 36 lower-case characters")));
        }
        return Answers.json(inspections.of(new Guid(guid)));
    }

    private FoundAsset found(ArchivedAsset asset) {
        return new FoundAsset(
                FoundAsset.Identity.of(asset.identity()),
                asset.name(),
                asset.archivedBy(),
                asset.archivedAt(),
                links.to(asset.identity().guid()));
    }
}
