package io.restoregateway.web.jobs;

import io.restoregateway.jobs.BadRow;
import io.restoregateway.jobs.Creation;
import io.restoregateway.jobs.JobOrder;
import io.restoregateway.jobs.JobSource;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.jobs.Upload;
import io.restoregateway.web.json.BodyLimit;
import io.restoregateway.web.json.StrictJsonConverter;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemException;
import io.restoregateway.web.problem.ProblemType;
import io.restoregateway.web.problem.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Takes orders in JSON. */
@Component
class JsonIntake {

    private final RestoreJobs jobs;

    private final Orders orders;

    private final BodyLimit limit;

    JsonIntake(RestoreJobs jobs, Orders orders, JobCallsProperties limits) {
        this.jobs = jobs;
        this.orders = orders;
        this.limit = new BodyLimit(JobCallsProperties.MAX_LIST_SIZE, limits.maxListSize());
    }

    Creation take(@Nullable MediaType type, HttpServletRequest request) {
        StrictJsonConverter.refuseOtherThanJson(type);
        byte[] body = body(request);
        JsonOrder said = JobBodyReader.read(body);
        JobOrder order = orders.of(request, said.options());
        String fingerprint = Fingerprint.of(request.getRequestURI(), "JSON").with(body);
        return switch (said) {
            case JsonOrder.OfSelector found -> jobs.create(order, found.selection(), fingerprint);
            case JsonOrder.OfList list -> upload(order, list.rows(), fingerprint);
        };
    }

    /** The whole body, maybe empty. */
    byte[] body(HttpServletRequest request) {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Encoding %s is not accepted for JSON; send it as it is".formatted(Text.quoted(encoding))));
        }
        try {
            return limit.read(request.getInputStream(), request.getContentLengthLong());
        } catch (IOException broken) {
            throw ProblemException.invalid(List.of(InputError.at("", "breaks off before its end")));
        }
    }

    private Creation upload(JobOrder order, List<ManifestRow> rows, String fingerprint) {
        try (Upload upload = jobs.upload(order, JobSource.ASSETS)) {
            rows.forEach(row -> upload.add(JobRows.of(row)));
            Creation creation = upload.finish(fingerprint);
            if (creation instanceof Creation.Invalid(var bad, long total)) {
                throw BadEntries.problem(
                        "place", bad.stream().map(JsonIntake::contradiction).toList(), total);
            }
            return creation;
        }
    }

    /** What is malformed by itself was told before; an entry may still contradict another one about the same guid. */
    private static InputError contradiction(BadRow entry) {
        return InputError.at("/assets/" + entry.line() + "/guid", entry.message());
    }
}
