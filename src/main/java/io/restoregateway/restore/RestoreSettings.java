package io.restoregateway.restore;

import java.time.Duration;

/**
 * What operators may set about the rule.
 *
 * @param refuseArchivedParent true to refuse an asset whose parent is archived; false to warn
 * @param settleTimeout how long to look for the effect of a write that was not answered
 * @param confirmTimeout how long to read again when a confirmed write does not show yet
 * @param resends how often a write that was not answered may be sent again, 0 or more
 */
public record RestoreSettings(
        boolean refuseArchivedParent, Duration settleTimeout, Duration confirmTimeout, int resends) {

    /** As delivered: warn about archived parents, look 30 s for lost writes, 10 s for late replicas, send again twice. */
    public static final RestoreSettings DEFAULT =
            new RestoreSettings(false, Duration.ofSeconds(30), Duration.ofSeconds(10), 2);
}
