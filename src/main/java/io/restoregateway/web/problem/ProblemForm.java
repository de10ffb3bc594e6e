package io.restoregateway.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;

/** Another way of telling problems, for calls whose callers expect other words than RFC 9457's. */
public interface ProblemForm {

    /** Whether this request's problems are told this way. */
    boolean isFor(HttpServletRequest request);

    /** The body that tells the problem, to be written as JSON. */
    Object tell(Problem problem);

    /** The media type of that body. */
    MediaType mediaType();
}
