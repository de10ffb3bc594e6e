package io.restoregateway.restore;

/** Told at once when Atlan changed something other than what was asked. */
@FunctionalInterface
public interface Alarms {

    /** Raises the alarm for one asset of a request. */
    void unexpectedChange(RestoreOutcome.UnexpectedChange change);
}
