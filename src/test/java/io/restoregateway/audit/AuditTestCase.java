package io.restoregateway.audit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Conclusion.Outcome;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Journal;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The audit on each database that the gateway runs on. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
abstract class AuditTestCase {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    static final UUID JOB = UUID.fromString("6e4b0f5e-93a2-4d9e-8f0a-6a5d0a1f7c22");

    static final Origin BY_HAND = new Origin("jane", "request-1", null, Action.RESTORE);

    static final Origin BY_JOB = new Origin("jane", "request-2", JOB, Action.RESTORE);

    static final Journal.Reply APPLIED = new Journal.Reply(true, "atlan-1");

    static final Journal.Reply TURNED_AWAY = new Journal.Reply(false, "atlan-0");

    static final AssetIdentity ORDERS = asset(1);

    static final AssetIdentity CUSTOMERS = asset(2);

    @Parameter
    TestDatabases kind;

    TestDatabase database;

    Instant now = Instant.parse("2026-11-21T10:00:00Z");

    final InstantSource clock = () -> now;

    @BeforeEach
    void openDatabase() {
        database = kind.fresh();
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    /** The audit of a gateway that was started just now. */
    AuditRows rows(GatewayRun run) {
        return new AuditRows(
                new NamedParameterJdbcTemplate(database.dataSource()),
                database.transactions(),
                run,
                new OutcomeMeters(meters));
    }

    GatewayRun run() {
        return new GatewayRun(new JdbcTemplate(database.dataSource()));
    }

    AuditTrail trail() {
        return new AuditTrail(rows(run()), clock);
    }

    List<AuditEvent> events() {
        return new StoredAuditEvents(new NamedParameterJdbcTemplate(database.dataSource()))
                .find(new AuditSelector(null, null, null, null, null), null, 1_000);
    }

    AuditEvent onlyEvent() {
        List<AuditEvent> events = events();
        if (events.size() != 1) {
            throw new AssertionError("not one event but " + events);
        }
        return events.getFirst();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    static AssetIdentity asset(int number) {
        return new AssetIdentity(
                new TypeName("Table"),
                new QualifiedName("default/snowflake/1/DB/SCHEMA/T" + number),
                new Guid("51a28d46-b700-4c9d-807d-%012d".formatted(number)));
    }

    static Journal.Entry ended(AssetIdentity asset, Outcome outcome) {
        return Journal.Entry.of(asset, new Conclusion(outcome, null, null));
    }
}
