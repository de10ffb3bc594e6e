package io.restoregateway.atlan;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restoregateway.restore.Catalog;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;

/** A tenant played by WireMock, reached through the real client; only time is not real. */
final class PlayedTenant implements BeforeEachCallback, AfterEachCallback {

    static final String KEY = "secret-api-key-4711";

    static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(400);

    private static final WireMockServer SERVER =
            new WireMockServer(wireMockConfig().dynamicPort());

    private final DataSize maxResponseSize;

    private final int callsPerMinute;

    private ConnectionProvider connections;

    private AtlanCalls.Line line;

    private TickingTime time;

    PlayedTenant() {
        this(DataSize.ofMegabytes(32), 300);
    }

    PlayedTenant(DataSize maxResponseSize, int callsPerMinute) {
        this.maxResponseSize = maxResponseSize;
        this.callsPerMinute = callsPerMinute;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        SERVER.resetAll();
        time = new TickingTime();
        connections = ConnectionProvider.newConnection();
        line = lineTo(SERVER.baseUrl() + "/base");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        connections.dispose();
    }

    AtlanCalls.Line lineTo(String url) {
        AtlanProperties properties = properties(url);
        AtlanConfiguration wiring = new AtlanConfiguration();
        WebClient client = wiring.atlanWebClient(WebClient.builder(), properties, connections);
        CallBudget budget = new CallBudget(callsPerMinute, properties.budgetWait(), time, time);
        AtlanHttp http = new AtlanHttp(
                client, properties.tenant(), Duration.ofSeconds(2), new AnswerDecoder(properties.key(), time));
        return new AtlanCalls.Line(http, budget, time, time, properties);
    }

    AtlanProperties properties(String url) {
        return new AtlanProperties(
                URI.create(url),
                KEY,
                false,
                Duration.ofSeconds(1),
                RESPONSE_TIMEOUT,
                20,
                maxResponseSize,
                callsPerMinute,
                Duration.ofSeconds(5),
                3,
                Duration.ofMillis(250));
    }

    WireMockServer server() {
        return SERVER;
    }

    TickingTime time() {
        return time;
    }

    AtlanCalls.Line line() {
        return line;
    }

    Catalog catalog() {
        return new AtlanTenant(line).reserve(4);
    }

    /** The calls made so far, the first come first. */
    List<LoggedRequest> calls() {
        return SERVER.getAllServeEvents().reversed().stream()
                .map(ServeEvent::getRequest)
                .toList();
    }

    /** The bodies of the calls made so far. */
    List<JsonNode> bodies() {
        return calls().stream().map(call -> Json.read(call.getBody())).toList();
    }

    /** The answer of a recording. */
    static ResponseDefinitionBuilder recorded(String name) {
        JsonNode response = Wire.recording(name).path("response");
        return answer(response.path("status").intValue(), response.path("body").toString());
    }

    static ResponseDefinitionBuilder answer(int status, String json) {
        return ResponseDefinitionBuilder.responseDefinition()
                .withStatus(status)
                .withHeader("Content-Type", "application/json;charset=utf-8")
                .withBody(json);
    }
}
