package io.restoregateway.web.problem;

/** What to say when nothing but an HTTP status is known. */
final class ProblemStatuses {

    private ProblemStatuses() {}

    static Problem.Builder of(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> Problem.of(ProblemType.FORBIDDEN, "The caller may not make this call");
            case 404 -> Problem.of(ProblemType.NO_SUCH_PATH, "Nothing is served under this path; see /swagger-ui.html");
            case 405, 501 ->
                Problem.of(ProblemType.METHOD_NOT_ALLOWED, "That HTTP method is not for this path")
                        .status(status);
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "The answer is JSON, which the Accept header excludes");
            case 413, 414, 431 ->
                Problem.of(ProblemType.TOO_LARGE, "The request line or a header is too large")
                        .status(status);
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json in UTF-8");
            default ->
                status < 500
                        ? Problem.of(ProblemType.INVALID_REQUEST, "The request is malformed or too large")
                                .status(status)
                        : Problem.of(
                                        ProblemType.INTERNAL_ERROR,
                                        "The gateway failed; its log has more under the request id")
                                .status(status);
        };
    }

    /** The same for a missing and a wrong key, whatever is wrong with it. */
    static Problem.Builder unauthenticated() {
        return Problem.of(
                ProblemType.UNAUTHENTICATED,
                "Send an API key of the gateway as 'Authorization: Bearer <key>' or as 'X-API-Key: <key>', or, where the"
                        + " gateway takes them, a token of the identity provider as 'Authorization: Bearer <token>'");
    }
}
