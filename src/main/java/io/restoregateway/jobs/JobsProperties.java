package io.restoregateway.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What operators may set about bulk jobs.
 *
 * @param retention how long finished jobs are kept, with their items and reports
 * @param maxOpenPerCaller how many jobs that are not at their end each caller may have, 1 or more
 */
@ConfigurationProperties("gateway.jobs")
record JobsProperties(
        @DefaultValue("90d") Duration retention,
        @DefaultValue("100") int maxOpenPerCaller) {

    JobsProperties {
        Assert.isTrue(
                retention.isPositive(), "gateway.jobs.retention is " + retention + ": set it to a time such as 90d");
        Assert.isTrue(
                maxOpenPerCaller >= 1,
                "gateway.jobs.max-open-per-caller is " + maxOpenPerCaller + ": set it to 1 or more, such as 100");
    }
}
