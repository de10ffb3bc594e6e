package io.restoregateway.web.problem;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Tells problems instead of Tomcat's HTML page where a request was too broken to reach the application. */
public class ProblemReportValve extends ErrorReportValve {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id = UUID.randomUUID().toString();
        Problem problem =
                ProblemStatuses.of(response.getStatus()).in(URI.create(""), id).build();
        try {
            response.setHeader(RequestId.HEADER, id);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(JSON.writeValueAsString(problem));
                response.finishResponse();
            }
        } catch (IOException gone) {
            getContainer().getLogger().debug("the caller did not wait for its problem", gone);
        }
    }
}
