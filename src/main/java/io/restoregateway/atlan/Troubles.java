package io.restoregateway.atlan;

import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.UpstreamError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Answers that are of no use, in the words of the rule. */
final class Troubles {

    private static final int UNAUTHENTICATED = 401;

    private Troubles() {}

    /** What an answer means to somebody who needed the catalog and did not get it. */
    static CatalogException of(Answer answer) {
        return switch (answer) {
            case Answer.Told told -> nonsense("Atlan answered nonsense", told.requestId());
            case Answer.TooLarge(var error) -> trouble(Trouble.ERROR, "Atlan's answer is too large", null, error);
            case Answer.Refused(var error) -> refused(error);
            case Answer.Throttled(var error, var after) ->
                trouble(Trouble.BUDGET_EXHAUSTED, "Atlan has had enough calls for now", after, error);
            case Answer.Maintenance(var error, var after) ->
                trouble(Trouble.UNAVAILABLE, "Atlan is in maintenance", after, error);
            case Answer.NeverLeft(var error, var _) ->
                trouble(Trouble.UNAVAILABLE, "Atlan cannot be reached", null, error);
            case Answer.MayHaveActed acted
            when acted.away() -> trouble(Trouble.UNAVAILABLE, "Atlan did not answer", null, acted.error());
            case Answer.MayHaveActed acted -> trouble(Trouble.ERROR, "Atlan answered an error", null, acted.error());
        };
    }

    /** Atlan answered 200, and what it said cannot be. */
    static CatalogException nonsense(String detail, String requestId) {
        return trouble(Trouble.ERROR, detail, null, word(detail, null, requestId));
    }

    /** Our own words about an answer that had none. */
    static UpstreamError word(String detail, @Nullable String guid, String requestId) {
        return new UpstreamError(200, null, detail, guid, requestId);
    }

    private static CatalogException refused(UpstreamError error) {
        return error.status() == UNAUTHENTICATED
                ? trouble(Trouble.UNAUTHENTICATED, "Atlan does not accept the gateway's API key", null, error)
                : trouble(Trouble.ERROR, "Atlan refused to answer", null, error);
    }

    private static CatalogException trouble(
            Trouble trouble, String message, @Nullable Duration after, UpstreamError error) {
        return new CatalogException(trouble, message, after, error);
    }
}
