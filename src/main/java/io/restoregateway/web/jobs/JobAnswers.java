package io.restoregateway.web.jobs;

import io.restoregateway.jobs.Creation;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.jobs.Transition;
import io.restoregateway.web.Answers;
import io.restoregateway.web.problem.JobLine;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells what came of calls about jobs. */
@Component
class JobAnswers {

    private static final String REPLAY = "Idempotent-Replay";

    private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

    private final RestoreJobs jobs;

    JobAnswers(RestoreJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * The job of that id.
     *
     * @throws ProblemException when there is none, or that is no id
     */
    RestoreJob found(String id) {
        UUID job = JobId.of(id);
        return jobs.find(job).orElseThrow(() -> unknown(job));
    }

    ResponseEntity<JobBody> of(Transition transition, UUID job, String verb) {
        return switch (transition) {
            case Transition.Done done -> Answers.json(JobBody.of(done.job()));
            case Transition.WrongState wrong ->
                throw wrongState(
                        wrong.job(),
                        "A job that is %s cannot be %s".formatted(wrong.job().state(), verb));
            case Transition.Unknown _ -> throw unknown(job);
        };
    }

    ResponseEntity<JobBody> of(Creation creation) {
        return switch (creation) {
            case Creation.Created created -> accepted(created.job(), new HttpHeaders());
            case Creation.Repeated repeated -> accepted(repeated.job(), replay());
            case Creation.KeyReused _ ->
                throw new ProblemException(Problem.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED,
                        "Another request was made under this Idempotency-Key; nothing was created."
                                + " Send the very same request again, or take a new key"));
            case Creation.TooMany(int open) ->
                throw new ProblemException(
                        Problem.of(
                                ProblemType.TOO_MANY_OPEN_JOBS,
                                "%s has %,d jobs that are not at their end, the limit (gateway.jobs.max-open-per-caller)"
                                        .formatted(Orders.caller(), open)),
                        RETRY_AFTER);
            case Creation.Invalid invalid -> throw ManifestProblems.of(invalid.rows(), invalid.total());
            case Creation.WrongState wrong -> throw wrongState(wrong.job(), wrong.detail());
            case Creation.Unknown _ ->
                throw new ProblemException(
                        Problem.of(ProblemType.JOB_NOT_FOUND, "There is no such job, or it was removed by now"));
        };
    }

    private static ResponseEntity<JobBody> accepted(RestoreJob job, HttpHeaders headers) {
        return ResponseEntity.accepted()
                .headers(headers)
                .location(URI.create(JobBody.Links.to(job.id()).self()))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JobBody.of(job));
    }

    private static HttpHeaders replay() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(REPLAY, "true");
        return headers;
    }

    private static ProblemException wrongState(RestoreJob job, String detail) {
        return new ProblemException(Problem.of(ProblemType.WRONG_STATE, detail)
                .job(new JobLine(job.id().toString(), job.state().name())));
    }

    private static ProblemException unknown(UUID job) {
        return new ProblemException(
                Problem.of(ProblemType.JOB_NOT_FOUND, "There is no job %s, or it was removed by now".formatted(job)));
    }
}
