package io.restoregateway.web.jobs;

import io.restoregateway.jobs.RestoreJob;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Writes a job's progress as server-sent events, as the HTML standard has them. */
final class EventStream {

    private final OutputStream out;

    private final JsonMapper json;

    EventStream(OutputStream out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    /** Sends something at once, so that the caller knows that it is heard. */
    void open() throws IOException {
        send("retry: 2000\n\n");
    }

    void progress(RestoreJob job) throws IOException {
        send(event("progress", job));
    }

    void end(RestoreJob job) throws IOException {
        send(event("end", job));
    }

    void heartbeat() throws IOException {
        send(": still here\n\n");
    }

    private String event(String name, RestoreJob job) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(job.revision(), name, json.writeValueAsString(JobBody.withoutPreview(job)));
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
