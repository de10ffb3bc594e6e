package io.restoregateway.jobs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands between a gateway and its tenant: it counts what comes through, and it can be made to fail lastingly. */
final class TestEdge implements AutoCloseable {

    private final WireMockServer server;

    private final AtomicInteger calls = new AtomicInteger();

    private final List<StubMapping> troubles = new ArrayList<>();

    private TestEdge(TestTenant tenant) {
        this.server = new WireMockServer(options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .disableRequestJournal()
                .asynchronousResponseEnabled(false)
                .containerThreads(60));
        server.start();
        server.addMockServiceRequestListener((request, response) -> count(response));
        server.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse().proxiedFrom(tenant.url().replaceFirst("/sandbox$", ""))));
    }

    static TestEdge before(TestTenant tenant) {
        return new TestEdge(tenant);
    }

    private void count(Response response) {
        if (response.wasConfigured()) {
            calls.incrementAndGet();
        }
    }

    /** What a gateway is to take for its tenant. */
    String url() {
        return server.baseUrl() + "/sandbox";
    }

    /** How many calls came so far. */
    int calls() {
        return calls.get();
    }

    /** No call that names this asset succeeds from now on. */
    void poison(String guid) {
        ResponseDefinitionBuilder fault = aResponse().withStatus(500).withBody("{\"message\":\"poisoned\"}");
        troubles.add(server.stubFor(
                any(urlMatching(".*" + guid + ".*")).atPriority(2).willReturn(fault)));
        troubles.add(server.stubFor(any(urlMatching(".*/entity/bulk.*"))
                .withRequestBody(containing(guid))
                .atPriority(2)
                .willReturn(fault)));
    }

    /** Every call is answered like this from now on. */
    void answers(int status) {
        troubles.add(server.stubFor(any(anyUrl())
                .atPriority(1)
                .willReturn(aResponse().withStatus(status).withBody("<html>" + status + "</html>"))));
    }

    /** Every connection breaks from now on. */
    void breaksConnections() {
        troubles.add(server.stubFor(
                any(anyUrl()).atPriority(1).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))));
    }

    /** All is well again. */
    void heals() {
        troubles.forEach(server::removeStub);
        troubles.clear();
    }

    @Override
    public void close() {
        server.stop();
    }
}
