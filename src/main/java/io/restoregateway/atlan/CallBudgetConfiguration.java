package io.restoregateway.atlan;

import io.restoregateway.restore.Pause;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.PlatformTransactionManager;

/** Wires the one call budget of the tenant, for people's requests and for jobs. */
@Configuration(proxyBeanMethods = false)
class CallBudgetConfiguration {

    @Bean
    OccupancyTable occupancyTable(JdbcClient jdbc, DataSource database, InstantSource clock, AtlanProperties properties)
            throws MetaDataAccessException {
        // Replicas' clocks differ; the time of the database that they share is one.
        boolean shared = databaseOf(database) == DatabaseDriver.POSTGRESQL;
        return new OccupancyTable(jdbc, properties.callLimits(), shared ? null : clock);
    }

    @Bean
    Places places(OccupancyTable table, PlatformTransactionManager transactions) {
        return new JdbcPlaces(table, transactions);
    }

    @Bean
    CallBudget callBudget(AtlanProperties properties, Places places, InstantSource clock, Pause pause) {
        return new CallBudget(
                new CallBudget.Terms(CallKind.INTERACTIVE, properties.callLimits(), properties.budgetWait()),
                places,
                clock,
                pause);
    }

    @Bean
    @Fallback
    @Qualifier("background")
    CallBudget backgroundCallBudget(AtlanProperties properties, Places places, InstantSource clock, Pause pause) {
        return new CallBudget(
                new CallBudget.Terms(CallKind.BACKGROUND, properties.callLimits(), properties.backgroundWait()),
                places,
                clock,
                pause);
    }

    @Bean
    CallBudgetMeters callBudgetMeters(Places places, InstantSource clock, AtlanProperties properties) {
        return new CallBudgetMeters(places, clock, properties.callLimits(), Thread::startVirtualThread);
    }

    private static DatabaseDriver databaseOf(DataSource database) throws MetaDataAccessException {
        return DatabaseDriver.fromProductName(
                JdbcUtils.extractDatabaseMetaData(database, metaData -> metaData.getDatabaseProductName()));
    }
}
