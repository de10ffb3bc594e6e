package io.restoregateway.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What operators may set about the audit.
 *
 * @param settleAfter how long after a write nothing may have been heard of it before a read finds out what became of it;
 *     longer than any request takes
 * @param retention how long events are kept
 */
@ConfigurationProperties("gateway.audit")
record AuditProperties(
        @DefaultValue("5m") Duration settleAfter,
        @DefaultValue("365d") Duration retention) {

    AuditProperties {
        Assert.isTrue(settleAfter.isPositive(), "gateway.audit.settle-after must be positive, such as 5m");
        Assert.isTrue(retention.isPositive(), "gateway.audit.retention must be positive, such as 365d");
    }
}
