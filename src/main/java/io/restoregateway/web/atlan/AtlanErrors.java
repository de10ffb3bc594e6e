package io.restoregateway.web.atlan;

import io.restoregateway.web.problem.InputError;
import io.restoregateway.web.problem.Problem;
import io.restoregateway.web.problem.ProblemForm;
import io.restoregateway.web.problem.Text;
import io.restoregateway.web.problem.Upstream;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Tells every problem of Atlan's own call in Atlan's shape, those included that end it before or outside the controller. */
@Component
final class AtlanErrors implements ProblemForm {

    private static final String NOT_FOUND = "ATLAS-404-00-00A";

    private static final int LONGEST_MESSAGE = 4_000;

    @Override
    public boolean isFor(HttpServletRequest request) {
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
        String path = uri.substring(request.getContextPath().length());
        return path.equals(GuardedBulkCall.PATH) || path.equals(GuardedBulkCall.PATH_WITH_SLASH);
    }

    @Override
    public MediaType mediaType() {
        return MediaType.APPLICATION_JSON;
    }

    @Override
    public Object tell(Problem problem) {
        return new AtlanError(errorCode(problem), shortened(message(problem)), problem.guid(), problem.change());
    }

    private static String errorCode(Problem problem) {
        return switch (problem.code()) {
            case ASSET_NOT_FOUND, QUALIFIED_NAME_MISMATCH, TYPE_MISMATCH -> NOT_FOUND;
            default -> "GATEWAY-" + problem.code();
        };
    }

    /** Atlan's shape has one message and no list, so the message says everything. */
    private static String message(Problem problem) {
        String detail = problem.errors().size() > 1
                ? problem.errors().stream().map(AtlanErrors::line).collect(Collectors.joining("; "))
                : problem.detail();
        Upstream upstream = problem.upstream();
        return upstream == null ? detail : detail + words(upstream);
    }

    private static String line(InputError error) {
        String place = Objects.requireNonNullElse(error.parameter(), Objects.requireNonNullElse(error.pointer(), ""));
        return (place.isEmpty() ? "the request" : place) + ": " + error.message();
    }

    private static String words(Upstream upstream) {
        String words = Stream.of(upstream.errorCode(), upstream.errorMessage())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "" : " Atlan says: " + words;
    }

    private static String shortened(String message) {
        String text = Text.printable(message);
        return text.codePointCount(0, text.length()) <= LONGEST_MESSAGE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_MESSAGE)) + "…";
    }
}
