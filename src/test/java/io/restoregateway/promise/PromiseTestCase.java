package io.restoregateway.promise;

import io.restoregateway.TestPorts;
import io.restoregateway.sandbox.SandboxTenant;
import io.restoregateway.sandbox.StoredAsset;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service over HTTP, with the sandbox tenant behind it and a clock that ticks. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "gateway.atlan.calls-per-minute=100000",
            "gateway.sandbox.calls-per-minute=100000000",
            "logging.level.root=ERROR",
            "logging.level.io.restoregateway.audit=OFF"
        })
@ActiveProfiles("sandbox")
@Import(PromiseTestCase.Time.class)
abstract class PromiseTestCase {

    /** Any seed will do; it is part of every failure's message. */
    static final long SEED = Long.getLong("promise.seed", 20261121L);

    private static final int PORT = TestPorts.free();

    @Autowired
    SandboxTenant tenant;

    @Autowired
    TickingClock clock;

    final Gateway gateway = new Gateway(PORT);

    @DynamicPropertySource
    static void port(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
    }

    @BeforeEach
    void freshTenant() {
        tenant.reset();
    }

    /** A fresh tenant with lags and habits of its own. */
    void freshTenant(Random random) {
        tenant.reset();
        tenant.change(settings -> settings.withIndexLagChanges(random.nextInt(20))
                .withReplicaLag(Duration.ofMillis(random.nextInt(3_000)))
                .withTagsLostOnRestore(random.nextBoolean())
                .withNeighboursInUpdate(random.nextBoolean()));
    }

    List<StoredAsset> assets() {
        return List.copyOf(tenant.assets().values());
    }

    /** Runs a check, and names seed, case and subject where it fails. */
    static void told(int number, Object subject, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("promise.seed=%d case %d: %s".formatted(SEED, number, subject), broken);
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
