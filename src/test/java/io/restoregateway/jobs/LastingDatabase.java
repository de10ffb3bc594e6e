package io.restoregateway.jobs;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database that outlives the gateways at it.
 *
 * @param environment what an operator sets to have the gateway use it
 * @param settings what makes up for the time that the gateway otherwise waits, each {@code name=value}
 */
record LastingDatabase(
        Map<String, String> environment, List<String> settings, String url, String username, Runnable removal)
        implements AutoCloseable {

    LastingDatabase {
        environment = Map.copyOf(environment);
        settings = List.copyOf(settings);
    }

    /** Looks into it; an embedded one only while no gateway has it open. */
    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url, username, ""));
    }

    @Override
    public void close() {
        removal.run();
    }
}
