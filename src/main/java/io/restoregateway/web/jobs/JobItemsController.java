package io.restoregateway.web.jobs;

import io.restoregateway.jobs.JobItem;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.web.Answers;
import io.restoregateway.web.Cursor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells item by item what became of a job. */
@RestController
@RequestMapping(JobController.PATH + "/{id}")
@Tag(name = JobWords.TAG)
class JobItemsController {

    private final RestoreJobs jobs;

    private final JobAnswers answers;

    JobItemsController(RestoreJobs jobs, JobAnswers answers) {
        this.jobs = jobs;
        this.answers = answers;
    }

    @GetMapping("/items")
    @Operation(operationId = "listRestoreJobItems", summary = "List a job's items, in input order")
    @TellsJobProblems
    ResponseEntity<ItemPage> items(
            @PathVariable @JobIdParameter String id, @ParameterObject @ModelAttribute ItemsRequest request) {
        ItemsQuery query = ItemsQuery.of(JobId.of(id), request);
        RestoreJob job = answers.found(id);
        List<JobItem> page = page(query, query.after(), query.limit());
        JobItem last = page.size() < query.limit() ? null : page.getLast();
        boolean more = last != null && !page(query, last.position(), 1).isEmpty();
        return Answers.json(new ItemPage(
                page.stream().map(item -> ItemBody.of(item, job.source())).toList(),
                more && last != null ? Cursor.write(last.position(), query.conditions()) : null));
    }

    @GetMapping("/report")
    @Operation(operationId = "getRestoreJobReport", summary = "Download the completion report")
    @TellsJobProblems
    @ApiResponse(
            responseCode = "200",
            description = "The report.",
            headers =
                    @io.swagger.v3.oas.annotations.headers.Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "A name for the file.",
                            schema = @Schema(type = "string")),
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))
            })
    void report(
            @PathVariable @JobIdParameter String id,
            @RequestParam(required = false)
                    @Parameter(
                            description = "`csv` (RFC 4180, safe to be opened in a spreadsheet) or `ndjson`.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"csv", "ndjson"},
                                            defaultValue = "csv"))
                    @Nullable
                    String format,
            HttpServletResponse response)
            throws IOException {
        Report report = Report.of(JobId.of(id), format);
        RestoreJob job = answers.found(id);
        response.setContentType(report.format().mediaType().toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(report.fileName())
                        .build()
                        .toString());
        report.write(job, jobs, response.getOutputStream());
    }

    private List<JobItem> page(ItemsQuery query, long after, int limit) {
        return jobs.items(query.conditions().job(), query.conditions().outcome(), after, limit);
    }
}
