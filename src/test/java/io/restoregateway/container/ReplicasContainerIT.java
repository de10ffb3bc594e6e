package io.restoregateway.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import tools.jackson.databind.JsonNode;

/** Two gateways on one PostgreSQL, each in a container, of which one dies or stops while it works. */
@Tag("container")
@EnabledIf(value = "io.restoregateway.container.Docker#canRunReplicas", disabledReason = "the log says what is missing")
@Testcontainers
class ReplicasContainerIT {

    private static final int PORT = 8080;

    private static final int MANAGEMENT_PORT = 8081;

    private static final String KEY = "the-key-of-the-replicas";

    private static final Duration START = Duration.ofMinutes(2);

    /** A stopping replica has as long. */
    private static final int SECONDS_TO_STOP = 20;

    /** As docs/operations.md says that it needs. */
    private static final long MEMORY = 1L << 30;

    private static final int ASSETS = 3_000;

    private static final Network NETWORK = Network.newNetwork();

    @Container
    private static final PostgreSQLContainer postgres = new PostgreSQLContainer(
                    DockerImageName.parse(Docker.POSTGRES).asCompatibleSubstituteFor("postgres"))
            .withNetwork(NETWORK)
            .withNetworkAliases("postgres");

    @Container
    private static final GenericContainer<?> sandbox = sealed(new GenericContainer<>(GatewayImage.UNDER_TEST))
            .withNetworkAliases("sandbox")
            .withEnv(Map.of(
                    "SPRING_PROFILES_ACTIVE", "sandbox",
                    "GATEWAY_SANDBOX_CALLSPERMINUTE", "1000000",
                    "GATEWAY_SANDBOX_LATENCYPERCALL", "200ms"));

    private final GenericContainer<?> one = gateway();

    private final GenericContainer<?> other = gateway();

    private long archived;

    private static GenericContainer<?> sealed(GenericContainer<?> container) {
        return container
                .withNetwork(NETWORK)
                .withExposedPorts(PORT, MANAGEMENT_PORT)
                .withTmpFs(Map.of("/tmp", "rw"))
                .withCreateContainerCmdModifier(command ->
                        command.getHostConfig().withReadonlyRootfs(true).withMemory(MEMORY))
                .waitingFor(Wait.forHttp("/readyz").forPort(PORT).withStartupTimeout(START));
    }

    private static GenericContainer<?> gateway() {
        return sealed(new GenericContainer<>(GatewayImage.UNDER_TEST))
                .withEnv(Map.of(
                        "ATLAN_BASE_URL",
                        "http://sandbox:8080/sandbox",
                        "ATLAN_API_KEY",
                        "sandbox-token",
                        "GATEWAY_ATLAN_ALLOWINSECUREHTTP",
                        "true",
                        "GATEWAY_ATLAN_CALLSPERMINUTE",
                        "100000",
                        "GATEWAY_API_KEY",
                        KEY,
                        "GATEWAY_DATABASE_URL",
                        "jdbc:postgresql://postgres/" + postgres.getDatabaseName(),
                        "GATEWAY_DATABASE_USERNAME",
                        postgres.getUsername(),
                        "GATEWAY_DATABASE_PASSWORD",
                        postgres.getPassword()));
    }

    @BeforeEach
    void start() {
        Startables.deepStart(one, other).join();
    }

    @AfterEach
    void stop() {
        one.stop();
        other.stop();
    }

    private static Caller to(GenericContainer<?> container, String token) {
        return new Caller("http://" + container.getHost() + ":" + container.getMappedPort(PORT), token);
    }

    /** Assets that somebody has archived, and a job that brings them back. */
    private String orderedJob(Caller gateway) {
        Caller tenant = to(sandbox, "sandbox-token");
        String connection = tenant.post("/sandbox/control/generate", "{\"assets\": " + ASSETS + "}")
                .path("qualifiedName")
                .asString();
        archived = tenant.post(
                        "/sandbox/control/archive",
                        "{\"beneath\": \"%s\", \"user\": \"crawler\"}".formatted(connection))
                .path("archived")
                .asLong();
        return gateway.post(
                        "/api/v1/restore-jobs",
                        "{\"selector\": {\"connectionQualifiedName\": \"%s\"}, \"requireConfirmation\": false}"
                                .formatted(connection))
                .path("id")
                .asString();
    }

    private static String path(String job) {
        return "/api/v1/restore-jobs/" + job;
    }

    private static long restored(JsonNode job) {
        return job.path("progress").path("outcomes").path("restored").asLong();
    }

    /** Somewhere in the middle, when both have done a part. */
    private void awaitSharedWork(Caller gateway, String job) {
        JsonNode now = gateway.await(path(job), each -> restored(each) > 0 && hasWorked(one) && hasWorked(other));
        assertThat(now.path("state").asString()).isEqualTo("RUNNING");
    }

    private static boolean hasWorked(GenericContainer<?> replica) {
        return new Caller("http://" + replica.getHost() + ":" + replica.getMappedPort(MANAGEMENT_PORT), KEY)
                .text("/actuator/prometheus")
                .lines()
                .anyMatch(line ->
                        line.startsWith("restore_gateway_job_step_seconds_count") && line.contains("phase=\"run\""));
    }

    private void assertAllCameBack(Caller gateway, String job) {
        JsonNode done = gateway.await(path(job), each -> each.has("finishedAt"));
        assertThat(done.path("state").asString()).as("%s", done).isEqualTo("COMPLETED");
        assertThat(restored(done)).as("%s", done).isEqualTo(archived);
        JsonNode needless = to(sandbox, "sandbox-token").get("/sandbox/control/needless-writes");
        assertThat(needless.path("entries").asInt(-1)).as("%s", needless).isZero();
    }

    @Test
    void oneThatIsKilledLosesNothing() {
        Caller survivor = to(other, KEY);
        String job = orderedJob(to(one, KEY));
        awaitSharedWork(survivor, job);

        DockerClientFactory.lazyClient().killContainerCmd(one.getContainerId()).exec();

        assertAllCameBack(survivor, job);
    }

    @Test
    void oneThatStopsHandsItsJobsOverAndIsNotKilled() {
        Caller survivor = to(other, KEY);
        String job = orderedJob(to(one, KEY));
        awaitSharedWork(survivor, job);
        long begin = System.nanoTime();

        DockerClientFactory.lazyClient()
                .stopContainerCmd(one.getContainerId())
                .withTimeout(SECONDS_TO_STOP + 10)
                .exec();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(SECONDS_TO_STOP));
        InspectContainerResponse.ContainerState end = DockerClientFactory.lazyClient()
                .inspectContainerCmd(one.getContainerId())
                .exec()
                .getState();
        assertThat(end.getExitCodeLong()).as("not killed").isEqualTo(143);
        assertThat(end.getOOMKilled()).isFalse();
        assertAllCameBack(survivor, job);
    }
}
