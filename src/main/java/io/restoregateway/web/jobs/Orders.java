package io.restoregateway.web.jobs;

import io.restoregateway.access.Caller;
import io.restoregateway.access.FourEyes;
import io.restoregateway.jobs.JobOptions;
import io.restoregateway.jobs.JobOrder;
import io.restoregateway.web.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Writes down who orders what comes, and under which name of their own. */
@Component
class Orders {

    private final FourEyes fourEyes;

    Orders(FourEyes fourEyes) {
        this.fourEyes = fourEyes;
    }

    /** The order of whoever makes the request; where a job takes two, it awaits the other one. */
    JobOrder of(HttpServletRequest request, JobOptions options) {
        return new JobOrder(
                caller(),
                RequestId.of(request),
                fourEyes.required() ? options.awaitingConfirmation() : options,
                IdempotencyKey.of(request));
    }

    static String caller() {
        return Caller.name();
    }
}
