package io.restoregateway.jobs;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Shows each step of a job: in the log's lines, by whom and what they are about, in a timer, and as a trace of its own. */
final class Steps {

    private static final String NAME = "restore.gateway.job.step";

    private final ObservationRegistry observations;

    Steps(ObservationRegistry observations) {
        this.observations = observations;
    }

    <T> T show(JobWork job, Supplier<T> step) {
        Map<String, String> about =
                Map.of("jobId", job.id().toString(), "actor", job.actor(), "requestId", job.requestId());
        about.forEach(MDC::put);
        try {
            return Observation.createNotStarted(NAME, observations)
                    .lowCardinalityKeyValue("phase", job.phase().name().toLowerCase(Locale.ROOT))
                    .highCardinalityKeyValue("job.id", job.id().toString())
                    .observe(step);
        } finally {
            about.keySet().forEach(MDC::remove);
        }
    }
}
