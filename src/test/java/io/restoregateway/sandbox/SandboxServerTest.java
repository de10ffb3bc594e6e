package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tenant on a port of its own, for other packages' tests. */
class SandboxServerTest {

    private final SandboxTenant tenant = new SandboxTenant(new TickingClock());
    private final SandboxServer server = SandboxServer.start(tenant);
    private final HttpClient http = HttpClient.newHttpClient();
    private final StoredAsset published =
            tenant.asset("e185209b-4b08-4e2f-acc7-35c47229f67f").orElseThrow();

    @AfterEach
    void stop() {
        http.shutdownNow();
        server.close();
    }

    @Test
    void restoresOverAPortOfItsOwn() throws Exception {
        assertThat(restore().statusCode()).isEqualTo(200);
        assertThat(tenant.asset(published.guid()).orElseThrow().isArchived()).isFalse();
    }

    @Test
    void dropsAndCutsConnections() {
        tenant.queue(Fault.dropsBeforeCommit(CallKind.WRITE), Fault.truncates(CallKind.WRITE));

        assertThatThrownBy(this::restore).isInstanceOf(IOException.class);
        assertThat(tenant.asset(published.guid()).orElseThrow().isArchived()).isTrue();
        assertThatThrownBy(this::restore).isInstanceOf(IOException.class);
        assertThat(tenant.asset(published.guid()).orElseThrow().isArchived()).isFalse();
    }

    private HttpResponse<String> restore() throws IOException, InterruptedException {
        String body = Json.text(Json.of("entities", List.of(SandboxClient.entry(published))));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + SandboxClient.BULK))
                .header("Authorization", "Bearer " + SandboxServer.token())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
