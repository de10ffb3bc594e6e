package io.restoregateway.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.MountableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real docker-compose.yml, no file edited: two gateways behind a proxy, a sandbox tenant, PostgreSQL and Prometheus. Of
 * Grafana, whose image cannot be made everywhere, what its dashboard asks Prometheus.
 */
@Tag("container")
@EnabledIf(value = "io.restoregateway.container.Docker#canCompose", disabledReason = "the log says what is missing")
@Testcontainers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeContainerIT {

    private static final String KEY = "sandbox-caller-key";

    private static final String CRAWLER = "a-crawler-gone-wrong";

    private static final String PUBLISHED = """
            {"qualifiedName": "default/mongodb/mongodb.atlan.com", "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    /** The image is the one that was just built; the published ports are any free ones, since others may be taken here. */
    @Container
    private static final ComposeContainer compose = new ComposeContainer(
                    Path.of("docker-compose.yml").toAbsolutePath().toFile())
            .withServices("postgres", "sandbox", "gateway", "proxy", "prometheus")
            .withEnv(Map.of(
                    "COMPOSE_PROFILES",
                    "full",
                    "RESTORE_GATEWAY_IMAGE",
                    GatewayImage.UNDER_TEST.get(),
                    "POSTGRES_IMAGE",
                    Docker.POSTGRES,
                    "PROXY_IMAGE",
                    Docker.PROXY,
                    "PROMETHEUS_IMAGE",
                    Docker.PROMETHEUS,
                    "GATEWAY_PORT",
                    "0",
                    "PROMETHEUS_PORT",
                    "0"))
            .withPull(false)
            .waitingFor("postgres", healthy())
            .waitingFor("sandbox", healthy())
            .waitingFor("gateway-1", healthy())
            .waitingFor("gateway-2", healthy());

    private static WaitStrategy healthy() {
        return Wait.forHealthcheck().withStartupTimeout(Duration.ofMinutes(2));
    }

    private static ContainerState service(String name) {
        return compose.getContainerByServiceName(name).orElseThrow();
    }

    private static List<Ports.Binding> publishedPorts(String service) {
        return service(service).getContainerInfo().getNetworkSettings().getPorts().getBindings().values().stream()
                .filter(Objects::nonNull)
                .flatMap(Arrays::stream)
                .toList();
    }

    private static String root(String service) {
        return "http://" + service(service).getHost() + ":"
                + publishedPorts(service).getFirst().getHostPortSpec();
    }

    private static RestTestClient callers(String key) {
        return RestTestClient.bindToServer()
                .baseUrl(root("proxy"))
                .defaultHeaders(headers -> headers.setBearerAuth(key))
                .build();
    }

    /** Unlike the others, proxy and Prometheus do not say themselves when they are ready. */
    @BeforeAll
    static void awaitThoseInFront() {
        new Caller(root("proxy"), KEY).awaitAnswer("/readyz");
        new Caller(root("prometheus"), KEY).awaitAnswer("/-/ready");
    }

    @Test
    @Order(1)
    void restoresPublishedConnectionThroughTheProxy() {
        PublishedConnection.restoreThrough(callers(KEY))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("RESTORED");
    }

    @Test
    void refusesCallerWithoutTheKey() {
        PublishedConnection.restoreThrough(callers("some other key"))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void publishesProxyAndPrometheusAloneAndToThisMachineOnly() {
        for (String service : List.of("sandbox", "postgres", "gateway-1", "gateway-2")) {
            assertThat(publishedPorts(service)).as(service).isEmpty();
        }
        for (String service : List.of("proxy", "prometheus")) {
            assertThat(publishedPorts(service))
                    .as(service)
                    .extracting(Ports.Binding::getHostIp)
                    .containsExactly("127.0.0.1");
        }
    }

    @Test
    @Order(2)
    void whateverDashboardAndAlertsAskForIsThereAfterARestore() throws IOException {
        Caller prometheus = new Caller(root("prometheus"), "any");
        prometheus.await(
                "/api/v1/query?query=up",
                answer -> answer.path("data").path("result").size() == 2
                        && answer.toString().contains("\"1\"]"));
        Map<String, String> expressions = new LinkedHashMap<>(Expressions.ofDashboard());
        expressions.putAll(Expressions.ofAlerts());
        assertThat(expressions).hasSizeGreaterThan(35);

        // Rates are of what goes on between two looks.
        String restore = "POST /api/v1/connections/restore " + PUBLISHED;
        try (Load restores = Load.of(1, Duration.ofSeconds(1), new Caller(root("proxy"), KEY), restore)) {
            expressions.forEach((place, expression) -> {
                assertThat(expression).as(place).isNotBlank();
                String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
                prometheus.await(
                        "/api/v1/query?query=" + query,
                        answer -> answer.path("data")
                                .path("result")
                                .valueStream()
                                .anyMatch(series ->
                                        !series.path("value").path(1).asString().equals("NaN")));
            });
            assertThat(restores.stop()).containsOnlyKeys("200");
        }
    }

    @Test
    void prometheusTakesTheRulesAsTheyAre() throws IOException {
        Caller prometheus = new Caller(root("prometheus"), "any");
        JsonNode groups = prometheus.get("/api/v1/rules").path("data").path("groups");

        assertThat(groups.path(0).path("rules"))
                .hasSameSizeAs(Expressions.ofAlerts().entrySet());
        assertThat(groups.toString()).doesNotContain("\"health\":\"err\"");
    }

    @Test
    void everyAlertFiresWhenItShouldAndElseIsQuiet() throws IOException, InterruptedException {
        for (String file : List.of("alerts.yml", "alerts.test.yml")) {
            service("prometheus")
                    .copyFileToContainer(
                            MountableFile.forHostPath(Path.of("docker/prometheus", file)), "/tmp/rules/" + file);
        }
        ExecResult tested =
                service("prometheus").execInContainer("promtool", "test", "rules", "/tmp/rules/alerts.test.yml");
        assertThat(tested.getExitCode())
                .as(tested.getStdout() + tested.getStderr())
                .isZero();
        assertThat(Files.readString(Path.of("docker/prometheus/alerts.test.yml")))
                .contains(Expressions.ofAlerts().keySet().stream()
                        .map(place -> place.replaceFirst("^alert (.*)", "alertname=\"$1\""))
                        .toList());
    }

    /** Through the proxy, with callers at every moment and a job that runs. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aGatewayThatStopsIsNoticedByNobody() {
        Caller caller = new Caller(root("proxy"), KEY);
        long archived = archiveSomeThousand();
        String job = "/api/v1/restore-jobs/"
                + caller.post(
                                "/api/v1/restore-jobs",
                                "{\"selector\": {\"archivedBy\": \"%s\"}, \"requireConfirmation\": false}"
                                        .formatted(CRAWLER))
                        .path("id")
                        .asString();
        ContainerState stopped = service("gateway-1");
        try (Load looks = Load.of(4, Duration.ofMillis(100), caller, job, "/api/v1/audit-events");
                Load restores =
                        Load.of(1, Duration.ofSeconds(1), caller, "POST /api/v1/connections/restore " + PUBLISHED)) {
            caller.await(job, each -> restored(each) > 100);
            long begin = System.nanoTime();
            DockerClientFactory.lazyClient()
                    .stopContainerCmd(stopped.getContainerId())
                    .withTimeout(30)
                    .exec();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
            caller.await(job, each -> each.has("finishedAt"));

            assertThat(looks.stop()).containsOnlyKeys("200");
            assertThat(restores.stop()).containsOnlyKeys("200");
        }
        assertThat(DockerClientFactory.lazyClient()
                        .inspectContainerCmd(stopped.getContainerId())
                        .exec()
                        .getState()
                        .getExitCodeLong())
                .as("not killed")
                .isEqualTo(143);
        assertThat(restored(caller.get(job))).isEqualTo(archived);
    }

    private static long restored(JsonNode job) {
        return job.path("progress").path("outcomes").path("restored").asLong();
    }

    private static long archiveSomeThousand() {
        String connection =
                told("generate", "{\"assets\": 2000}").path("qualifiedName").asString();
        return told("archive", "{\"beneath\": \"%s\", \"user\": \"%s\"}".formatted(connection, CRAWLER))
                .path("archived")
                .asLong();
    }

    /** The sandbox tenant is reached from within only, where there is no curl. */
    private static JsonNode told(String what, String json) {
        String request = "POST /sandbox/control/" + what + " HTTP/1.1\\r\\nHost: sandbox\\r\\nConnection: close\\r\\n"
                + "Authorization: Bearer sandbox-token\\r\\nContent-Length: " + json.length() + "\\r\\n\\r\\n"
                + json.replace("\"", "\\\"");
        String script = "exec 3<>/dev/tcp/127.0.0.1/8080; printf \"" + request + "\" >&3; cat <&3";
        try {
            String answer =
                    service("sandbox").execInContainer("bash", "-c", script).getStdout();
            return JsonMapper.shared().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
