package io.restoregateway.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * What operators may set about the HTTP API.
 *
 * @param maxBodySize the largest request body accepted, 1 KB to 1 GB
 * @param tenantUrl the tenant's address, of which scheme and host go into the links to assets
 */
@ConfigurationProperties("gateway.web")
record WebProperties(@DefaultValue("8MB") DataSize maxBodySize, URI tenantUrl) {

    WebProperties {
        Assert.isTrue(
                maxBodySize.toBytes() >= 1024 && maxBodySize.compareTo(DataSize.ofGigabytes(1)) <= 0,
                "gateway.web.max-body-size must be between 1KB and 1GB, such as 8MB");
    }
}
