package io.restoregateway.database;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The databases that the gateway runs on; each test asks for a fresh one with the gateway's schema. As the source of a
 * parametrized class: {@code @ParameterizedClass @EnumSource(TestDatabases.class)}.
 */
public enum TestDatabases {
    H2,
    POSTGRESQL;

    /** An empty database, migrated; closing it removes it. */
    public TestDatabase fresh() {
        return switch (this) {
            case H2 -> freshH2();
            case POSTGRESQL -> EmbeddedServer.freshDatabase();
        };
    }

    private static TestDatabase freshH2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        TestDatabase database = TestDatabase.at(url, "sa", () -> remove(url));
        database.migrate();
        return database;
    }

    private static void remove(String url) {
        JdbcClient.create(new DriverManagerDataSource(url, "sa", ""))
                .sql("shutdown")
                .update();
    }
}
