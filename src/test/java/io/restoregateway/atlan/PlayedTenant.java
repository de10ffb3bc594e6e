package io.restoregateway.atlan;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.restoregateway.restore.Catalog;
import java.math.BigDecimal;
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

    private static final Duration IMPATIENT = Duration.ofMillis(1_500);

    private static final Duration PATIENT = Duration.ofSeconds(10);

    private static final WireMockServer SERVER =
            new WireMockServer(wireMockConfig().dynamicPort());

    private final DataSize maxResponseSize;

    private final int callsPerMinute;

    private final Duration responseTimeout;

    private final int circuitWindow;

    private ConnectionProvider connections;

    private AtlanCalls.Line line;

    private TickingTime time;

    PlayedTenant() {
        this(DataSize.ofMegabytes(32), 300, PATIENT, 0);
    }

    private PlayedTenant(DataSize maxResponseSize, int callsPerMinute, Duration responseTimeout, int circuitWindow) {
        this.maxResponseSize = maxResponseSize;
        this.callsPerMinute = callsPerMinute;
        this.responseTimeout = responseTimeout;
        this.circuitWindow = circuitWindow;
    }

    static PlayedTenant whoseClientAcceptsOnly(DataSize maxResponseSize) {
        return new PlayedTenant(maxResponseSize, 300, PATIENT, 0);
    }

    static PlayedTenant whoseClientMayCallOnly(int callsPerMinute) {
        return new PlayedTenant(DataSize.ofMegabytes(32), callsPerMinute, PATIENT, 0);
    }

    static PlayedTenant whoseClientIsImpatient() {
        return new PlayedTenant(DataSize.ofMegabytes(32), 300, IMPATIENT, 0);
    }

    static PlayedTenant whoIsLeftAloneAfter(int calls) {
        return new PlayedTenant(DataSize.ofMegabytes(32), 300, PATIENT, calls);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!SERVER.isRunning()) {
            SERVER.start();
            warmUp();
        }
        SERVER.resetAll();
        time = new TickingTime();
        connections = ConnectionProvider.builder("test").maxConnections(20).build();
        line = lineTo(url());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        connections.dispose();
    }

    AtlanCalls.Line lineTo(String url) {
        return lineTo(url, connections);
    }

    AtlanCalls.Line lineTo(String url, ConnectionProvider connections) {
        AtlanProperties properties = properties(url);
        AtlanConfiguration wiring = new AtlanConfiguration();
        WebClient client = wiring.atlanWebClient(WebClient.builder(), properties, connections);
        CallBudget budget = new CallBudget(
                new CallBudget.Terms(CallKind.INTERACTIVE, properties.callLimits(), properties.budgetWait()),
                new MemoryPlaces(properties.callLimits(), time),
                time,
                time);
        Breaker breaker = Breaker.of(CircuitBreakerRegistry.ofDefaults(), properties.circuitBreaker(), time);
        return wiring.atlanLine(
                new Outbound(wiring.atlanHttp(client, time, properties), breaker, new AtlanHealth(breaker, time)),
                budget,
                time,
                time,
                properties);
    }

    private AtlanProperties properties(String url) {
        return new AtlanProperties(
                URI.create(url),
                KEY,
                false,
                IMPATIENT,
                responseTimeout,
                20,
                maxResponseSize,
                callsPerMinute,
                new BigDecimal("0.2"),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                3,
                Duration.ofMillis(250),
                new AtlanProperties.CircuitBreaker(circuitWindow, new BigDecimal("0.5"), Duration.ofSeconds(10)));
    }

    /** The first answer of a fresh server takes longer than an impatient client waits. */
    private static void warmUp() {
        WebClient.create(SERVER.baseUrl())
                .get()
                .exchangeToMono(answer -> answer.toEntity(byte[].class))
                .block();
    }

    String url() {
        return SERVER.baseUrl() + "/base";
    }

    TickingTime time() {
        return time;
    }

    AtlanCalls.Line line() {
        return line;
    }

    Catalog catalog() {
        return new AtlanTenant(line, 300).reserve(4);
    }

    /** Answers the first call with the first answer and so on; a call too many gets WireMock's own 404. */
    void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            SERVER.stubFor(any(anyUrl())
                    .inScenario("script")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after call " + i)
                    .willSetStateTo("after call " + (i + 1))
                    .willReturn(answers[i]));
        }
    }

    /** Answers certain calls in a certain way. */
    void plays(MappingBuilder... parts) {
        for (MappingBuilder part : parts) {
            SERVER.stubFor(part);
        }
    }

    /** Answers every call alike. */
    void alwaysAnswers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    /** The calls made so far, the first come first. */
    List<LoggedRequest> calls() {
        return SERVER.getAllServeEvents().reversed().stream()
                .map(ServeEvent::getRequest)
                .toList();
    }

    /** The id that the gateway gave the last call. */
    String lastRequestId() {
        return calls().getLast().getHeader("X-Atlan-Request-Id");
    }

    /** The targets of the calls made so far, without what is common to all. */
    List<String> targets() {
        return calls().stream()
                .map(call -> call.getUrl().replace("/base/api/meta/", ""))
                .toList();
    }

    /** The body of a call. */
    JsonNode body(int call) {
        return Wire.json(calls().get(call).getBodyAsString());
    }
}
