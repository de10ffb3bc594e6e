package io.restoregateway.web.jobs;

import io.restoregateway.access.Caller;
import io.restoregateway.jobs.JobOptions;
import io.restoregateway.jobs.JobOrder;
import io.restoregateway.web.problem.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Who orders what comes, and under which name of their own. */
record Orders(String actor, String requestId, @Nullable String idempotencyKey) {

    private static final int LONGEST = 200;

    static Orders of(HttpServletRequest request) {
        return new Orders(caller(), RequestId.of(request), IdempotencyKey.of(request));
    }

    JobOrder with(JobOptions options) {
        return new JobOrder(actor, requestId, options, idempotencyKey);
    }

    static String caller() {
        String name = Caller.name();
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
