package io.restoregateway.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** One database of one test, and a pool of connections to it. */
public final class TestDatabase implements AutoCloseable {

    private final HikariDataSource pool;

    private final Runnable removal;

    private TestDatabase(HikariDataSource pool, Runnable removal) {
        this.pool = pool;
        this.removal = removal;
    }

    /** @param removal what removes it when nobody is connected any more */
    static TestDatabase at(String url, String user, Runnable removal) {
        return new TestDatabase(poolOf(url, user), removal);
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(pool);
    }

    public String url() {
        return pool.getJdbcUrl();
    }

    public String username() {
        return pool.getUsername();
    }

    /** The settings that let a whole gateway use it, each {@code name=value}. */
    public List<String> settings() {
        return List.of(
                "spring.datasource.url=" + url(),
                "spring.datasource.username=" + username(),
                "spring.datasource.password=");
    }

    /** The same database over connections of its own, as another replica has. */
    public TestDatabase ofAnotherReplica() {
        return new TestDatabase(poolOf(url(), username()), () -> {});
    }

    void migrate() {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    private static HikariDataSource poolOf(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pool.close();
        removal.run();
    }
}
