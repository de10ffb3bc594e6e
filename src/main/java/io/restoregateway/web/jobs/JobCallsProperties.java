package io.restoregateway.web.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What operators may set about the calls that order and watch bulk jobs.
 *
 * @param maxListSize the largest JSON body that orders a job, 1 KB to 1 GB
 * @param maxManifestSize the largest manifest, as it is sent and as it is when decompressed, from 1 KB
 * @param maxManifestRows the most rows of a manifest, 1 to 1,000,000
 * @param events how jobs are watched
 */
@ConfigurationProperties("gateway.jobs")
record JobCallsProperties(
        @DefaultValue("32MB") DataSize maxListSize,
        @DefaultValue("2GB") DataSize maxManifestSize,
        @DefaultValue("1000000") long maxManifestRows,
        @DefaultValue Events events) {

    static final String MAX_LIST_SIZE = "gateway.jobs.max-list-size";

    static final String MAX_MANIFEST_SIZE = "gateway.jobs.max-manifest-size";

    private static final long MOST_ROWS = 1_000_000;

    JobCallsProperties {
        Assert.isTrue(
                maxListSize.toBytes() >= 1024 && maxListSize.compareTo(DataSize.ofGigabytes(1)) <= 0,
                MAX_LIST_SIZE + " must be between 1KB and 1GB, such as 32MB");
        Assert.isTrue(maxManifestSize.toBytes() >= 1024, MAX_MANIFEST_SIZE + " must be at least 1KB, such as 2GB");
        Assert.isTrue(
                maxManifestRows >= 1 && maxManifestRows <= MOST_ROWS,
                "gateway.jobs.max-manifest-rows must be between 1 and 1000000");
    }

    /**
     * How jobs are watched.
     *
     * @param interval how often a replica looks at a job that is watched, however many watch it
     * @param heartbeat after how long without news a watcher is sent a comment, so that nobody takes the connection for dead
     * @param maxWatchers how many may watch at the same time, on each replica
     */
    record Events(
            @DefaultValue("1s") Duration interval,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("500") int maxWatchers) {

        Events {
            Assert.isTrue(interval.isPositive(), "gateway.jobs.events.interval must be positive, such as 1s");
            Assert.isTrue(heartbeat.isPositive(), "gateway.jobs.events.heartbeat must be positive, such as 15s");
            Assert.isTrue(maxWatchers >= 1, "gateway.jobs.events.max-watchers must be at least 1");
        }
    }
}
