package io.restoregateway.jobs;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.util.TestSocketUtils;

/** A whole gateway, one of perhaps several at the same database. */
final class TestGateway implements AutoCloseable {

    private final int port = TestSocketUtils.findAvailableTcpPort();

    private final ConfigurableApplicationContext context;

    private TestGateway(TestDatabase database, TestTenant tenant, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=" + port,
                "gateway.atlan.base-url=" + tenant.url(),
                "gateway.atlan.api-key=sandbox-token",
                "gateway.atlan.calls-per-minute=100000",
                "gateway.access.mode=open",
                "gateway.restore.settle-timeout=2s",
                "gateway.restore.confirm-timeout=2s",
                "db-scheduler.polling-interval=100ms",
                "db-scheduler.heartbeat-interval=500ms",
                "logging.level.root=ERROR"));
        all.addAll(database.settings());
        all.addAll(List.of(settings));
        this.context = new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    static TestGateway start(TestDatabase database, TestTenant tenant, String... settings) {
        return new TestGateway(database, tenant, settings);
    }

    RestoreJobs jobs() {
        return context.getBean(RestoreJobs.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        context.close();
    }
}
