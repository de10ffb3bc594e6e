package io.restoregateway.restore;

/**
 * How a request wants its assets restored.
 *
 * @param validateOnly true for every check and no write
 * @param includeTerms true when archived terms and categories may come back with their glossary
 * @param allOrNothing true when one refusal keeps everything from being sent
 */
public record RestoreOptions(boolean validateOnly, boolean includeTerms, boolean allOrNothing) {

    /** Restore what can be restored, and nothing that was not named. */
    public static final RestoreOptions DEFAULT = new RestoreOptions(false, false, false);
}
