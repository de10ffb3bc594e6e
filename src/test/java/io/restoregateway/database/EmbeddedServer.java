package io.restoregateway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server of this JVM, started when first asked for; its databases are copies of one that was migrated. */
final class EmbeddedServer {

    private static final String USER = "postgres";

    private static final String TEMPLATE = "gateway_template";

    private static final EmbeddedServer RUNNING = new EmbeddedServer();

    private final EmbeddedPostgres server;

    private final JdbcClient administrator;

    private final AtomicInteger copies = new AtomicInteger();

    private EmbeddedServer() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        administrator = JdbcClient.create(server.getPostgresDatabase());
        execute("create database " + TEMPLATE);
        try (TestDatabase template = TestDatabase.at(url(TEMPLATE), USER, () -> {})) {
            template.migrate();
        }
    }

    static TestDatabase freshDatabase() {
        return RUNNING.copy();
    }

    private TestDatabase copy() {
        String name = "gateway_" + copies.incrementAndGet();
        execute("create database %s template %s".formatted(name, TEMPLATE));
        return TestDatabase.at(url(name), USER, () -> execute("drop database " + name + " with (force)"));
    }

    /** One at a time: a template is copied only while nobody else uses it. */
    private synchronized void execute(String statement) {
        administrator.sql(statement).update();
    }

    private String url(String database) {
        return server.getJdbcUrl(USER, database);
    }
}
