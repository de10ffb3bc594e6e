package io.restoregateway;

import io.restoregateway.audit.AuditTrail;
import io.restoregateway.restore.Alarms;
import io.restoregateway.restore.ArchiveAgain;
import io.restoregateway.restore.Mandate;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the rule its tenant, its clock and its settings, and has recorded whatever callers have it do. */
@Configuration(proxyBeanMethods = false)
class RestoreWiring {

    @Bean
    RestoreAssets restoreAssets(
            Tenant tenant, Clock clock, Pause pause, Alarms alarms, RestoreProperties properties, AuditTrail trail) {
        return new RestoreAssets(tenant, clock, pause, alarms, properties.settings())
                .under(Mandate.recordedBy(new CallersJournal(trail)));
    }

    @Bean
    ArchiveAgain archiveAgain(Tenant tenant, Clock clock, Pause pause, Alarms alarms, RestoreProperties properties) {
        return new ArchiveAgain(tenant, clock, pause, alarms, properties.settings());
    }

    @Bean
    SchemaHealth schemaHealthIndicator(Flyway flyway, JdbcClient jdbc) {
        return new SchemaHealth(flyway, jdbc);
    }
}
