package io.restoregateway.container;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The archived connection of Atlan's published example, which the sandbox tenant holds under the published names. */
final class PublishedConnection {

    private static final String IDENTITY = """
            {"qualifiedName": "default/mongodb/mongodb.atlan.com", "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}
            """;

    private PublishedConnection() {}

    static RestTestClient.ResponseSpec restoreThrough(RestTestClient gateway) {
        return gateway.post()
                .uri("/api/v1/connections/restore")
                .contentType(MediaType.APPLICATION_JSON)
                .body(IDENTITY)
                .exchange();
    }
}
