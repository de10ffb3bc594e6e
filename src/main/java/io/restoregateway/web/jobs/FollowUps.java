package io.restoregateway.web.jobs;

import io.restoregateway.access.Caller;
import io.restoregateway.access.MissingRole;
import io.restoregateway.access.Role;
import io.restoregateway.jobs.Creation;
import io.restoregateway.jobs.JobKind;
import io.restoregateway.jobs.JobOptions;
import io.restoregateway.jobs.RestoreJob;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.web.QueryReader;
import io.restoregateway.web.json.LooseRequest;
import io.restoregateway.web.json.StrictBody;
import io.restoregateway.web.json.StrictJsonConverter;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Orders jobs that build upon others. */
@Component
class FollowUps {

    private final RestoreJobs jobs;

    private final Orders orders;

    private final JsonIntake json;

    FollowUps(RestoreJobs jobs, Orders orders, JsonIntake json) {
        this.jobs = jobs;
        this.orders = orders;
        this.json = json;
    }

    Creation retryFailed(RestoreJob parent, @Nullable MediaType type, HttpServletRequest request) {
        requireRole(parent.kind() == JobKind.UNDO ? Role.APPROVER : Role.RESTORER);
        byte[] body = json.body(request);
        RetryRequest said = Objects.requireNonNullElse(read(body, type, RetryRequest.class), RetryRequest.NOTHING);
        JobOptions before = parent.options();
        JobOptions options = new JobOptions(
                name(said.name()),
                parent.kind() == JobKind.UNDO || Boolean.TRUE.equals(said.requireConfirmation()),
                before.validateOnly(),
                before.includeTerms(),
                false,
                before.maxFailures(),
                before.maxFailureRate());
        return jobs.retryFailed(
                parent.id(), orders.of(request, options), fingerprint(request).with(body));
    }

    Creation undo(RestoreJob parent, @Nullable MediaType type, HttpServletRequest request) {
        byte[] body = json.body(request);
        UndoRequest said = Objects.requireNonNullElse(read(body, type, UndoRequest.class), UndoRequest.NOTHING);
        JobOptions options = new JobOptions(name(said.name()), true, false, false, false, null, null);
        return jobs.undo(
                parent.id(), orders.of(request, options), fingerprint(request).with(body));
    }

    /** Whoever may not undo may not undo again either. */
    private static void requireRole(Role role) {
        if (!Caller.may(role)) {
            throw new ProblemException(
                    Problem.of(ProblemType.FORBIDDEN, new MissingRole(Set.of(role)).sentence(Caller.name())));
        }
    }

    private static Fingerprint fingerprint(HttpServletRequest request) {
        return Fingerprint.of(request.getRequestURI(), "JSON");
    }

    private static <T extends LooseRequest> @Nullable T read(byte[] body, @Nullable MediaType type, Class<T> form) {
        if (body.length == 0) {
            return null;
        }
        StrictJsonConverter.refuseOtherThanJson(type);
        StrictBody<T> said = StrictBody.read(body, form);
        if (!said.errors().isEmpty()) {
            throw ProblemException.invalid(said.errors());
        }
        return said.value();
    }

    private static @Nullable String name(@Nullable String given) {
        QueryReader reader = QueryReader.ofObjectAt("");
        String name = reader.read("name", given, GivenOptions::jobName);
        if (!reader.errors().isEmpty()) {
            throw ProblemException.invalid(reader.errors());
        }
        return name;
    }
}
