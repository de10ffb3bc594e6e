package io.restoregateway.restore;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says that the catalog could not be asked, or must not be, before anything was written. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    private final Trouble trouble;

    private final transient @Nullable Duration retryAfter;

    private final transient @Nullable UpstreamError upstream;

    public CatalogException(
            Trouble trouble, String message, @Nullable Duration retryAfter, @Nullable UpstreamError upstream) {
        super(message);
        this.detail = message;
        this.trouble = trouble;
        this.retryAfter = retryAfter;
        this.upstream = upstream;
    }

    /** A sentence for the caller. */
    public String detail() {
        return detail;
    }

    /** What kept the catalog from answering. */
    public Trouble trouble() {
        return trouble;
    }

    /** How long to wait before asking again, where known. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Atlan's own words, where it had any. */
    public @Nullable UpstreamError upstream() {
        return upstream;
    }

    /** What keeps a catalog from answering. */
    public enum Trouble {
        /** It is away, too slow or in maintenance. */
        UNAVAILABLE,
        /** It refuses the gateway's token. */
        UNAUTHENTICATED,
        /** The tenant's call budget is spent for now. */
        BUDGET_EXHAUSTED,
        /** It answered an error or nonsense. */
        ERROR,
        /** It must not be asked to write: that could not be recorded. */
        UNRECORDED
    }
}
