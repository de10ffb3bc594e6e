package io.restoregateway.web.jobs;

import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Lets callers watch a job; each on the virtual thread of its own request, so that a slow one delays nobody. */
@RestController
@RequestMapping(JobController.PATH + "/{id}/events")
@Tag(name = JobWords.TAG)
class JobEventsController {

    private static final Logger LOG = LoggerFactory.getLogger(JobEventsController.class);

    private static final long NONE = -1;

    private final JobAnswers answers;

    private final Watches watches;

    private final JobCallsProperties.Events settings;

    private final JsonMapper json;

    JobEventsController(JobAnswers answers, Watches watches, JobCallsProperties properties, JsonMapper json) {
        this.answers = answers;
        this.watches = watches;
        this.settings = properties.events();
        this.json = json;
    }

    @GetMapping
    @Operation(operationId = "watchRestoreJob", summary = "Watch a job's progress as server-sent events")
    @TellsJobProblems
    @MayTell(ProblemType.TOO_MANY_WATCHERS)
    @ApiResponse(
            responseCode = "200",
            description = "The events.",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    void watch(
            @PathVariable @JobIdParameter String id,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Parameter(
                            description =
                                    "The `id` of the last event received; the present state is then told only if it"
                                            + " is another.",
                            schema = @Schema(type = "string"))
                    @Nullable
                    String lastEventId,
            HttpMethod method,
            HttpServletResponse response) {
        RestoreJob job = answers.found(id);
        try (Watch watch = watches.watch(job)) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            if (!method.equals(HttpMethod.HEAD)) {
                EventStream events = new EventStream(response.getOutputStream(), json);
                events.open();
                tell(job, revision(lastEventId), watch, events);
            }
        } catch (IOException gone) {
            LOG.debug("A watcher of job {} went away", id, gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(RestoreJob first, long known, Watch watch, EventStream events)
            throws IOException, InterruptedException {
        RestoreJob job = first;
        if (job.revision() != known) {
            events.progress(job);
        }
        while (job.finishedAt() == null) {
            switch (watch.await(job.revision(), settings.heartbeat())) {
                case WatchedJob.News.Changed changed -> {
                    job = changed.job();
                    events.progress(job);
                }
                case WatchedJob.News.Silence _ -> events.heartbeat();
                case WatchedJob.News.Over _ -> {
                    return;
                }
            }
        }
        events.end(job);
    }

    private static long revision(@Nullable String lastEventId) {
        return lastEventId != null && lastEventId.matches("[0-9]{1,18}") ? Long.parseLong(lastEventId) : NONE;
    }
}
