package io.restoregateway.web.jobs;

import io.restoregateway.access.FourEyes;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.web.Answers;
import io.restoregateway.web.Cursor;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.MayTell;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows bulk restore jobs, and lets them go on, wait or end. */
@RestController
@RequestMapping(JobController.PATH)
@Tag(name = JobWords.TAG)
class JobController {

    static final String PATH = "/api/v1/restore-jobs";

    private final RestoreJobs jobs;

    private final JobAnswers answers;

    private final FourEyes fourEyes;

    JobController(RestoreJobs jobs, JobAnswers answers, FourEyes fourEyes) {
        this.jobs = jobs;
        this.answers = answers;
        this.fourEyes = fourEyes;
    }

    @GetMapping
    @Operation(operationId = "listRestoreJobs", summary = "List bulk restore jobs, the newest first")
    @MayTell({ProblemType.INVALID_REQUEST, ProblemType.DATABASE_UNAVAILABLE})
    ResponseEntity<JobPage> list(@ParameterObject @ModelAttribute JobListRequest request) {
        JobListQuery query = JobListQuery.of(request);
        refuseLostPlace(query.before());
        List<RestoreJob> page = jobs.list(query.before(), query.limit());
        UUID last = page.size() < query.limit() ? null : page.getLast().id();
        boolean more = last != null && !jobs.list(last, 1).isEmpty();
        return Answers.json(new JobPage(
                page.stream().map(JobBody::withoutPreview).toList(),
                more && last != null ? Cursor.write(last, JobListQuery.ALL) : null));
    }

    /** Of a job that was removed meanwhile nobody knows what came before it; an empty page would seem the last one. */
    private void refuseLostPlace(@Nullable UUID before) {
        if (before != null && jobs.find(before).isEmpty()) {
            throw ProblemException.invalid(List.of(
                    InputError.of("cursor", "stands at a job that was removed meanwhile; begin again without it")));
        }
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getRestoreJob", summary = "Look at a job")
    @TellsJobProblems
    ResponseEntity<JobBody> get(@PathVariable @JobIdParameter String id) {
        return Answers.json(JobBody.of(answers.found(id)));
    }

    @PostMapping("/{id}/confirm")
    @Operation(operationId = "confirmRestoreJob", summary = "Let a job run that awaits confirmation")
    @TellsJobProblems
    @MayTell(ProblemType.WRONG_STATE)
    ResponseEntity<JobBody> confirm(@PathVariable @JobIdParameter String id) {
        RestoreJob job = answers.found(id);
        if (!fourEyes.allow(Orders.caller(), job.createdBy())) {
            throw new ProblemException(Problem.of(
                    ProblemType.FORBIDDEN,
                    "%s has ordered the job, so somebody else has to confirm it (gateway.access.four-eyes)"
                            .formatted(job.createdBy())));
        }
        return answers.of(jobs.confirm(job.id(), Orders.caller()), job.id(), "confirmed");
    }

    @PostMapping("/{id}/pause")
    @Operation(operationId = "pauseRestoreJob", summary = "Have a running job wait")
    @TellsJobProblems
    @MayTell(ProblemType.WRONG_STATE)
    ResponseEntity<JobBody> pause(@PathVariable @JobIdParameter String id) {
        UUID job = JobId.of(id);
        return answers.of(jobs.pause(job, Orders.caller()), job, "paused");
    }

    @PostMapping("/{id}/resume")
    @Operation(operationId = "resumeRestoreJob", summary = "Have a paused job go on")
    @TellsJobProblems
    @MayTell(ProblemType.WRONG_STATE)
    ResponseEntity<JobBody> resume(@PathVariable @JobIdParameter String id) {
        UUID job = JobId.of(id);
        return answers.of(jobs.resume(job, Orders.caller()), job, "resumed");
    }

    @PostMapping("/{id}/cancel")
    @Operation(operationId = "cancelRestoreJob", summary = "End a job")
    @TellsJobProblems
    @MayTell(ProblemType.WRONG_STATE)
    ResponseEntity<JobBody> cancel(@PathVariable @JobIdParameter String id) {
        UUID job = JobId.of(id);
        return answers.of(jobs.cancel(job, Orders.caller()), job, "cancelled");
    }
}
