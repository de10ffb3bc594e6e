package io.restoregateway;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database has the tables that this version of the gateway works with. */
final class SchemaHealth implements HealthIndicator {

    private final Flyway flyway;

    SchemaHealth(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public Health health() {
        try {
            MigrationInfoService migrations = flyway.info();
            return migrations.current() == null || migrations.pending().length > 0
                    ? Health.down().build()
                    : Health.up().build();
        } catch (FlywayException away) {
            return Health.down(away).build();
        }
    }
}
