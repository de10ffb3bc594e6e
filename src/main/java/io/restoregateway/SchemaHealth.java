package io.restoregateway;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the database has the tables that this version of the gateway works with. */
final class SchemaHealth implements HealthIndicator {

    private static final String DONE = "select count(*) from \"flyway_schema_history\" where \"success\"";

    private final JdbcClient jdbc;

    private final int migrations;

    /** @param flyway has brought the database to where this version needs it */
    SchemaHealth(Flyway flyway, JdbcClient jdbc) {
        MigrationInfoService info = flyway.info();
        this.jdbc = jdbc;
        this.migrations = info.applied().length;
    }

    /** Asks little of the database, since probes ask often. */
    @Override
    public Health health() {
        try {
            int done = jdbc.sql(DONE).query(Integer.class).single();
            return done >= migrations ? Health.up().build() : Health.down().build();
        } catch (DataAccessException away) {
            return Health.down(away).build();
        }
    }
}
