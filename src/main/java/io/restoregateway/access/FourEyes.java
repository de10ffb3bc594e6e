package io.restoregateway.access;

/**
 * Whether a job takes two: one who orders it, another who confirms it.
 *
 * @param required true when it does
 */
public record FourEyes(boolean required) {

    /** Whether this caller may confirm what that one has ordered. */
    public boolean allow(String caller, String orderedBy) {
        return !required || !caller.equals(orderedBy);
    }
}
