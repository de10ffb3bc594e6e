package io.restoregateway.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What every request can be found by: the caller's own {@code X-Request-Id} when it is sane, else a new one. */
public final class RequestId {

    /** The header that carries it, in requests and answers. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private RequestId() {}

    /** The id of a request, the same each time it is asked for. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = from(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static String from(@Nullable String wish) {
        return wish != null && SANE.matcher(wish).matches()
                ? wish
                : UUID.randomUUID().toString();
    }
}
