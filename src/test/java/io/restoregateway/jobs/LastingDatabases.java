package io.restoregateway.jobs;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where a gateway may keep what must survive its death. */
enum LastingDatabases {
    EMBEDDED_FILE,
    POSTGRESQL;

    LastingDatabase fresh(Path directory) {
        return switch (this) {
            case EMBEDDED_FILE -> embedded(directory);
            case POSTGRESQL -> postgresql();
        };
    }

    /** Exactly what the gateway does by itself, its way of writing included. */
    private static LastingDatabase embedded(Path directory) {
        return new LastingDatabase(
                Map.of("GATEWAY_DATA_DIR", directory.toString()),
                List.of(),
                "jdbc:h2:file:" + directory.resolve("restore-gateway"),
                "",
                () -> {});
    }

    private static LastingDatabase postgresql() {
        TestDatabase database = TestDatabases.POSTGRESQL.fresh();
        return new LastingDatabase(
                Map.of("GATEWAY_DATABASE_URL", database.url(), "GATEWAY_DATABASE_USERNAME", database.username()),
                List.of("db-scheduler.heartbeat-interval=1s", "gateway.audit.settle-after=20s"),
                database.url(),
                database.username(),
                database::close);
    }
}
