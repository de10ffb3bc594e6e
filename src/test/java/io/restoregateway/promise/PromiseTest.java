package io.restoregateway.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.promise.Ask.Told;
import io.restoregateway.promise.Gateway.Answer;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The promise, tried with thousands of random requests against the sandbox tenant in all its traps. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.atlan.calls-per-minute=100000",
            "gateway.sandbox.calls-per-minute=100000000",
            "logging.level.root=WARN"
        })
@ActiveProfiles("sandbox")
class PromiseTest {

    private static final int PORT = TestSocketUtils.findAvailableTcpPort();

    private static final int REQUESTS = Integer.getInteger("promise.requests", 10_000);

    private static final long SEED = Long.getLong("promise.seed", 20261121L);

    private static final int REQUESTS_PER_TENANT = 40;

    @Autowired
    SandboxTenant tenant;

    @Autowired
    TickingClock clock;

    private final Gateway gateway = new Gateway(PORT);

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
    }

    @BeforeEach
    void freshTenant() {
        tenant.reset();
    }

    @Test
    void holdsForRandomRequests() {
        Map<String, Integer> answers = new TreeMap<>();
        for (int number = 0; number < REQUESTS; number++) {
            Random random = new Random(SEED + number);
            if (number % REQUESTS_PER_TENANT == 0) {
                moody(random);
            }
            holdsFor(new RandomAsks(random).next(List.copyOf(tenant.assets().values())), number, answers);
            clock.of(Duration.ofSeconds(1));
        }
        assertThat(answers)
                .containsKeys(
                        "RESTORED",
                        "ALREADY_ACTIVE",
                        "WOULD_RESTORE",
                        "ASSET_NOT_FOUND",
                        "QUALIFIED_NAME_MISMATCH",
                        "TYPE_MISMATCH",
                        "ATTRIBUTE_MISMATCH",
                        "LIVE_TWIN",
                        "AMBIGUOUS_NAME",
                        "BRINGS_OTHERS",
                        "CONNECTION_WITHOUT_ADMIN",
                        "NOT_RESTORABLE",
                        "FORBIDDEN_BY_ATLAN",
                        "DUPLICATE_GUID",
                        "ATLAS-404-00-00A");
        assertThat(answers.get("RESTORED")).isGreaterThan(REQUESTS / 10);
    }

    /** A fresh tenant with lags and habits of its own. */
    private void moody(Random random) {
        tenant.reset();
        tenant.change(settings -> settings.withIndexLagChanges(random.nextInt(20))
                .withReplicaLag(Duration.ofMillis(random.nextInt(3_000)))
                .withNeighboursInUpdate(random.nextBoolean()));
    }

    private void holdsFor(Ask ask, int number, Map<String, Integer> answers) {
        Map<String, StoredAsset> before = tenant.assets();
        Answer answer = ask.sendTo(gateway);
        Map<String, StoredAsset> after = tenant.assets();
        try {
            List<Told> told = ask.read(answer);
            Truth truth = new Truth(ask, told, before, after);
            truth.nothingElseHappened();
            truth.everyAnswerIsTrue();
            truth.whatCouldBeRestoredWas();
            told.forEach(one -> answers.merge(one.what(), 1, Integer::sum));
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                    "promise.seed=%d request %d: %s was answered %s".formatted(SEED, number, ask, answer), broken);
        }
    }

    /** Time that passes only when somebody waits. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        TickingClock tickingClock() {
            return new TickingClock();
        }
    }
}
