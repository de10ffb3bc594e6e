package io.restoregateway.jobs;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import io.restoregateway.database.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole gateway, one of perhaps several at the same database. */
final class TestGateway implements AutoCloseable {

    private static final BeanPostProcessor SPOILING_NOTHING = new BeanPostProcessor() {};

    private final int port = TestPorts.free();

    private final ConfigurableApplicationContext context;

    private TestGateway(TestDatabase database, String tenant, BeanPostProcessor spoiling, String... settings) {
        Map<String, String> all = new LinkedHashMap<>();
        Stream.of(
                        List.of(
                                "server.port=" + port,
                                "gateway.atlan.base-url=" + tenant,
                                "gateway.atlan.api-key=sandbox-token",
                                "gateway.atlan.calls-per-minute=100000",
                                "gateway.access.mode=open",
                                "gateway.restore.settle-timeout=2s",
                                "gateway.restore.confirm-timeout=2s",
                                "gateway.atlan.circuit-breaker.open-for=500ms",
                                "db-scheduler.polling-interval=100ms",
                                "db-scheduler.heartbeat-interval=500ms",
                                "logging.level.root=ERROR"),
                        database.settings(),
                        List.of(settings))
                .flatMap(List::stream)
                .forEach(setting -> all.put(setting.substring(0, setting.indexOf('=')), setting));
        this.context = new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .initializers(fresh -> fresh.getBeanFactory().addBeanPostProcessor(spoiling))
                .run(all.values().stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /** @param settings each {@code name=value}, in place of what is set otherwise */
    static TestGateway start(TestDatabase database, TestTenant tenant, String... settings) {
        return new TestGateway(database, tenant.url(), SPOILING_NOTHING, settings);
    }

    /** A gateway that has a fault itself. */
    static TestGateway start(TestDatabase database, TestTenant tenant, InternalFault fault) {
        return new TestGateway(database, tenant.url(), fault);
    }

    /** A gateway that reaches its tenant through an edge of its own. */
    static TestGateway start(TestDatabase database, TestEdge edge, String... settings) {
        return new TestGateway(database, edge.url(), SPOILING_NOTHING, settings);
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
