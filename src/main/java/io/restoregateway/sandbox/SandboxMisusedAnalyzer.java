package io.restoregateway.sandbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells in a sentence why the sandbox does not start. */
final class SandboxMisusedAnalyzer extends AbstractFailureAnalyzer<SandboxMisusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, SandboxMisusedException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
