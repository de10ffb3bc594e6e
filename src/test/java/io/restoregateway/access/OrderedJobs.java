package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Jobs that somebody who may do everything orders before a sandbox tenant. */
record OrderedJobs(Calls calls, String header, String value) {

    private static final String JOBS = "/api/v1/restore-jobs";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** One that is complete and has restored something. */
    String complete() {
        return awaited(
                ordered(
                        JOBS,
                        "{\"selector\": {\"connectionQualifiedName\": \"default/snowflake/1700000000\"}, \"requireConfirmation\": false}"),
                "COMPLETED");
    }

    /** An undo of that one, which nobody has confirmed. */
    String undoOf(String job) {
        return awaited(ordered(JOBS + "/" + job + "/undo", ""), "AWAITING_CONFIRMATION");
    }

    private String ordered(String path, String body) {
        HttpResponse<String> answer = calls.post(path, body, "application/json", header, value);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JsonMapper.shared().readTree(answer.body()).path("id").asString();
    }

    private String awaited(String job, String state) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!calls.get(JOBS + "/" + job, header, value).body().contains("\"state\":\"" + state + "\"")) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return job;
    }
}
