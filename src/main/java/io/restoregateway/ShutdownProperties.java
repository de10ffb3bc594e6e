package io.restoregateway;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the gateway stops.
 *
 * @param notice how long it says that it stops while it still takes requests, 0 to 5 seconds; about as long as a proxy takes
 *     to notice
 */
@ConfigurationProperties("gateway.shutdown")
record ShutdownProperties(@DefaultValue("2s") Duration notice) {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    ShutdownProperties {
        Assert.isTrue(
                !notice.isNegative() && notice.compareTo(LONGEST) <= 0,
                "gateway.shutdown.notice is " + notice + ": set it to a time from 0s to 5s, such as 2s");
    }
}
