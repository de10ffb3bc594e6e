package io.restoregateway.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What operators may set about bulk jobs.
 *
 * @param retention how long finished jobs are kept, with their items and reports
 */
@ConfigurationProperties("gateway.jobs")
record JobsProperties(@DefaultValue("90d") Duration retention) {

    JobsProperties {
        Assert.isTrue(
                retention.isPositive(), "gateway.jobs.retention is " + retention + ": set it to a time such as 90d");
    }
}
