package io.restoregateway.audit;

import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes events that were kept long enough, in portions that nobody has to wait for. */
@Component
final class Expiry {

    private static final int PORTION = 1_000;

    private static final String REMOVE = """
            delete from audit_event where id in (
                select id from audit_event where asked_at < :before order by asked_at limit :portion)""";

    private final JdbcClient jdbc;

    private final InstantSource clock;

    private final AuditProperties properties;

    Expiry(JdbcClient jdbc, InstantSource clock, AuditProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    void removeOld() {
        int removed;
        do {
            removed = jdbc.sql(REMOVE)
                    .param("before", RowValues.time(clock.instant().minus(properties.retention())))
                    .param("portion", PORTION)
                    .update();
        } while (removed == PORTION);
    }
}
