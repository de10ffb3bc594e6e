package io.restoregateway.web;

import io.restoregateway.restore.Guid;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Says where people see an asset in Atlan. */
@Component
final class AssetLinks {

    private final String tenant;

    AssetLinks(WebProperties properties) {
        URI url = properties.tenantUrl();
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        this.tenant = url.getHost() == null ? "" : url.getScheme() + "://" + url.getHost() + port;
    }

    URI to(Guid guid) {
        return URI.create(tenant + "/assets/" + guid + "/overview");
    }
}
