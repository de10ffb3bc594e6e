package io.restoregateway;

import io.restoregateway.restore.RestoreSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What operators may set about the rule.
 *
 * @param safety what is refused besides what must be
 * @param restore how patient a restore is
 */
@ConfigurationProperties("gateway")
record RestoreProperties(
        @DefaultValue Safety safety, @DefaultValue Restore restore) {

    RestoreSettings settings() {
        return new RestoreSettings(
                safety.archivedParent() == ArchivedParent.REFUSE,
                restore.settleTimeout(),
                restore.confirmTimeout(),
                restore.resends());
    }

    /** What to do about an asset whose parent is archived. */
    enum ArchivedParent {
        WARN,
        REFUSE
    }

    /**
     * What is refused besides what must be.
     *
     * @param archivedParent warn about, or refuse, an asset whose parent is archived
     */
    record Safety(@DefaultValue("warn") ArchivedParent archivedParent) {}

    /**
     * How patient a restore is.
     *
     * @param settleTimeout how long to look for the effect of a write that Atlan did not answer
     * @param confirmTimeout how long to read again when a confirmed write does not show yet
     * @param resends how often a write that was not answered may be sent again, 0 to 10
     */
    record Restore(
            @DefaultValue("30s") Duration settleTimeout,
            @DefaultValue("10s") Duration confirmTimeout,
            @DefaultValue("2") int resends) {

        Restore {
            Assert.isTrue(!settleTimeout.isNegative(), "gateway.restore.settle-timeout must not be negative");
            Assert.isTrue(!confirmTimeout.isNegative(), "gateway.restore.confirm-timeout must not be negative");
            Assert.isTrue(resends >= 0 && resends <= 10, "gateway.restore.resends must be 0 to 10");
        }
    }
}
