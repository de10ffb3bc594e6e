package io.restoregateway.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in a sentence why the gateway does not start. */
final class UndecidedAccessAnalyzer extends AbstractFailureAnalyzer<UndecidedAccessException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UndecidedAccessException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
