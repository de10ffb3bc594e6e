package io.restoregateway.web.problem;

import io.restoregateway.restore.CatalogException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How it is told that Atlan could not be asked. */
public final class CatalogProblems {

    /** How long callers should wait when nobody knows better. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private CatalogProblems() {}

    /** The problem that ends a request when Atlan could not be asked; nothing was sent. */
    public static ProblemException of(CatalogException trouble) {
        ProblemType type = switch (trouble.trouble()) {
            case UNAVAILABLE -> ProblemType.UPSTREAM_UNAVAILABLE;
            case UNAUTHENTICATED -> ProblemType.UPSTREAM_UNAUTHENTICATED;
            case BUDGET_EXHAUSTED -> ProblemType.BUDGET_EXHAUSTED;
            case ERROR -> ProblemType.UPSTREAM_ERROR;
            case UNRECORDED -> ProblemType.AUDIT_UNAVAILABLE;
        };
        String detail = Objects.requireNonNullElse(trouble.getMessage(), type.meaning());
        return new ProblemException(
                Problem.of(type, detail).upstream(trouble.upstream()), retryAfter(type, trouble.retryAfter()));
    }

    /** How long to wait after such a problem; null where waiting does not help. */
    public static @Nullable Duration retryAfter(ProblemType type, @Nullable Duration known) {
        return switch (type) {
            case UPSTREAM_UNAVAILABLE, AUDIT_UNAVAILABLE, BUDGET_EXHAUSTED ->
                Objects.requireNonNullElse(known, RETRY_AFTER);
            default -> known;
        };
    }
}
