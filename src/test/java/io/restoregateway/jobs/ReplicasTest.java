package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.sandbox.CallCounts;
import io.restoregateway.sandbox.GeneratedConnection;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two replicas on one PostgreSQL: one job is both's work, and both together keep to one budget. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasTest {

    private static final int CALLS_PER_MINUTE = 60;

    /** What is left to jobs of it. */
    private static final int SHARE = 48;

    private static final TestTenant TENANT = TestTenant.fresh();

    private static final SandboxTenant SANDBOX = TENANT.sandbox();

    private static TestDatabase database;

    private static TestEdge oneEdge;

    private static TestEdge otherEdge;

    private static TestGateway one;

    private static TestGateway other;

    @BeforeAll
    static void start() {
        SANDBOX.change(settings -> settings.withCallsPerMinute(CALLS_PER_MINUTE));
        database = TestDatabases.POSTGRESQL.fresh();
        oneEdge = TestEdge.before(TENANT);
        otherEdge = TestEdge.before(TENANT);
        String budget = "gateway.atlan.calls-per-minute=" + CALLS_PER_MINUTE;
        String wait = "gateway.atlan.background-wait=2s";
        one = TestGateway.start(database, oneEdge, budget, wait);
        other = TestGateway.start(database, otherEdge, budget, wait);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        oneEdge.close();
        otherEdge.close();
        database.close();
    }

    @Test
    @Order(1)
    void bothWorkWithinOneBudgetAndLeaveRoomForASingleRestore() throws Exception {
        GeneratedConnection connection = SANDBOX.generate(5_000);
        SANDBOX.as("crawler").archiveBeneath(connection.qualifiedName());
        List<StoredAsset> assets = SANDBOX.beneath(connection.qualifiedName()).toList();
        Duration alone = restore(assets.getFirst());
        SANDBOX.forgetCalls();
        RestoreJob job = order(one, JobTestCase.AT_ONCE, assets.subList(1, assets.size()), null, "any");

        Await.until("the job's share spent", () -> SANDBOX.counts().total() >= SHARE - 6);
        Await.still(() -> SANDBOX.counts().total(), Duration.ofSeconds(2));
        assertThat(SANDBOX.counts().total()).isLessThanOrEqualTo(SHARE);
        assertThat(oneEdge.calls()).isPositive();
        assertThat(otherEdge.calls()).isPositive();

        Duration amidst = restore(assets.stream()
                .filter(asset -> SANDBOX.asset(asset.guid()).orElseThrow().isArchived())
                .reduce((first, last) -> last)
                .orElseThrow());
        assertThat(amidst).isLessThan(alone.plusSeconds(1));

        one.jobs().cancel(job.id(), "tester");
        RestoreJob done = Await.in(other.jobs(), job.id(), JobState.CANCELLED);
        CallCounts counts = SANDBOX.counts();
        assertThat(counts.rateLimited()).isZero();
        assertThat(counts.busiestMinute()).isLessThanOrEqualTo(CALLS_PER_MINUTE);
        assertThat(done.progress().done()).isEqualTo(assets.size() - 1);
    }

    private static Duration restore(StoredAsset asset) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(other.url() + "/api/v1/assets/restore"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"typeName": "%s", "qualifiedName": "%s", "guid": "%s"}""".formatted(asset.typeName(), asset.qualifiedName(), asset.guid())))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            long before = System.nanoTime();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"RESTORED\"");
            return Duration.ofNanos(System.nanoTime() - before);
        }
    }

    @Test
    @Order(2)
    void theSameOrderAtTheSameInstantIsOneJobWhicheverReplicaTakesIt() throws Exception {
        GeneratedConnection connection = SANDBOX.generate(5);
        List<StoredAsset> assets = SANDBOX.beneath(connection.qualifiedName()).toList();
        for (int round = 0; round < 10; round++) {
            String key = "key " + round;
            List<Creation> creations = atOnce(List.of(
                    () -> ordered(one, JobTestCase.CONFIRMED, assets, key, "same"),
                    () -> ordered(other, JobTestCase.CONFIRMED, assets, key, "same"),
                    () -> ordered(one, JobTestCase.CONFIRMED, assets, key, "same"),
                    () -> ordered(other, JobTestCase.CONFIRMED, assets, key, "same")));
            assertThat(creations).filteredOn(Creation.Created.class::isInstance).hasSize(1);
            assertThat(creations)
                    .filteredOn(Creation.Repeated.class::isInstance)
                    .hasSize(3);
            assertThat(creations.stream().map(ReplicasTest::job).distinct()).hasSize(1);
            assertThat(ordered(other, JobTestCase.CONFIRMED, assets, key, "another"))
                    .isInstanceOf(Creation.KeyReused.class);
        }
        assertThat(one.jobs().list(null, 100).stream()
                        .filter(job -> job.options().requireConfirmation()))
                .hasSize(10);
    }

    private static UUID job(Creation creation) {
        return switch (creation) {
            case Creation.Created(var job) -> job.id();
            case Creation.Repeated(var job) -> job.id();
            default -> throw new AssertionError(creation);
        };
    }

    private static List<Creation> atOnce(List<Callable<Creation>> orders) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(orders.size());
        List<Creation> creations = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(orders.size())) {
            List<Future<Creation>> all = threads.invokeAll(orders.stream()
                    .<Callable<Creation>>map(order -> () -> {
                        barrier.await();
                        return order.call();
                    })
                    .toList());
            for (Future<Creation> creation : all) {
                creations.add(creation.get());
            }
        }
        return creations;
    }

    private static RestoreJob order(
            TestGateway gateway, JobOptions options, List<StoredAsset> assets, String key, String fingerprint) {
        return JobTestCase.created(ordered(gateway, options, assets, key, fingerprint));
    }

    private static Creation ordered(
            TestGateway gateway, JobOptions options, List<StoredAsset> assets, String key, String fingerprint) {
        List<AssetIdentity> claims = assets.stream().map(JobTestCase::identity).toList();
        try (Upload upload =
                gateway.jobs().upload(new JobOrder("idempotent", "any-request", options, key), JobSource.ASSETS)) {
            for (int i = 0; i < claims.size(); i++) {
                upload.add(new JobRow.Claimed(i, claims.get(i)));
            }
            return upload.finish(fingerprint);
        }
    }
}
