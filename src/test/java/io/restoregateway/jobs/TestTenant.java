package io.restoregateway.jobs;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import io.restoregateway.sandbox.SandboxTenant;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The sandbox tenant as a server of its own, one for all tests of this package. */
final class TestTenant {

    /** The logger of figures that long tests find out. */
    static final String FIGURES = "figures";

    private static final TestTenant ONE = new TestTenant();

    private final int port = TestPorts.free();

    private final ConfigurableApplicationContext context;

    private TestTenant() {
        this.context = new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .profiles("sandbox")
                .run(
                        "--server.port=" + port,
                        "--db-scheduler.enabled=false",
                        "--gateway.sandbox.calls-per-minute=1000000",
                        "--logging.level.root=ERROR",
                        "--logging.level." + FIGURES + "=INFO");
    }

    /** The tenant as it was at its start. */
    static TestTenant fresh() {
        ONE.sandbox().reset();
        return ONE;
    }

    SandboxTenant sandbox() {
        return context.getBean(SandboxTenant.class);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/sandbox";
    }
}
