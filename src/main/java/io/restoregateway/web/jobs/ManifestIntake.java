package io.restoregateway.web.jobs;

import io.restoregateway.jobs.Creation;
import io.restoregateway.jobs.JobOrder;
import io.restoregateway.jobs.JobSource;
import io.restoregateway.jobs.RestoreJobs;
import io.restoregateway.jobs.Upload;
import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Takes a manifest row by row as it comes in; nothing remains of one that ends before its time. */
@Component
class ManifestIntake {

    private final RestoreJobs jobs;

    private final Orders orders;

    private final JobCallsProperties limits;

    ManifestIntake(RestoreJobs jobs, Orders orders, JobCallsProperties limits) {
        this.jobs = jobs;
        this.orders = orders;
        this.limits = limits;
    }

    Creation take(MediaType type, ManifestOptions options, HttpServletRequest request) {
        try {
            String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
            ContentEncoding.refuseUnknown(encoding);
            ManifestFormat format = ManifestFormat.of(type);
            LimitedText.refuse(request.getContentLengthLong(), limits.maxManifestSize());
            JobOrder order = orders.of(request, options.checked());
            Optional<Creation> refusal = jobs.refusal(order);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            try (Upload upload = jobs.upload(order, source(format))) {
                Fingerprint fingerprint =
                        Fingerprint.of(request.getRequestURI(), List.of(format, String.valueOf(encoding), options));
                InputStream sent =
                        fingerprint.over(new LimitedText(request.getInputStream(), limits.maxManifestSize()));
                InputStream text = new LimitedText(ContentEncoding.decoded(sent, encoding), limits.maxManifestSize());
                read(type, text, upload);
                sent.transferTo(OutputStream.nullOutputStream());
                return upload.finish(fingerprint.value());
            }
        } catch (ManifestException unreadable) {
            throw ManifestProblems.of(unreadable);
        } catch (IOException broken) {
            throw ProblemException.invalid(List.of(InputError.at("", "breaks off before its end")));
        }
    }

    private void read(MediaType type, InputStream text, Upload upload) throws IOException {
        @Nullable String alreadyDecoded = null;
        Manifest.announcedAs(type, alreadyDecoded, limits.maxManifestRows())
                .read(text, row -> upload.add(JobRows.of(row)));
    }

    private static JobSource source(ManifestFormat format) {
        return switch (format) {
            case CSV -> JobSource.CSV;
            case NDJSON -> JobSource.NDJSON;
        };
    }
}
