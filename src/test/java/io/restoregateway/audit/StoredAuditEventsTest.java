package io.restoregateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.Conclusion.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class StoredAuditEventsTest extends AuditTestCase {

    private static final AuditSelector ALL = new AuditSelector(null, null, null, null, null);

    private AuditEvents events;

    private Instant start;

    /** Four events, a minute apart. */
    @BeforeEach
    void fourEvents() {
        events = new StoredAuditEvents(new NamedParameterJdbcTemplate(database.dataSource()));
        start = now;
        record(BY_HAND, 1);
        record(BY_JOB, 2);
        record(new Origin("joe", "request-3", null, Action.RESTORE), 1);
        record(new Origin("joe", "request-4", new UUID(1, 1), Action.RESTORE), 3);
    }

    private void record(Origin origin, int asset) {
        trail().journal(origin).concluded(List.of(ended(asset(asset), Outcome.ALREADY_ACTIVE)));
        pass(Duration.ofMinutes(1));
    }

    private List<String> requests(AuditSelector selector) {
        return events.find(selector, null, 10).stream()
                .map(event -> event.origin().requestId())
                .toList();
    }

    @Test
    void theLatestComeFirst() {
        assertThat(requests(ALL)).containsExactly("request-4", "request-3", "request-2", "request-1");
    }

    @Test
    void allConditionsMustHold() {
        assertThat(requests(new AuditSelector(asset(1).guid(), null, null, null, null)))
                .containsExactly("request-3", "request-1");
        assertThat(requests(new AuditSelector(null, "jane", null, null, null)))
                .containsExactly("request-2", "request-1");
        assertThat(requests(new AuditSelector(null, null, JOB, null, null))).containsExactly("request-2");
        assertThat(requests(new AuditSelector(
                        null, null, null, start.plus(Duration.ofMinutes(1)), start.plus(Duration.ofMinutes(3)))))
                .containsExactly("request-3", "request-2");
        assertThat(requests(new AuditSelector(asset(1).guid(), "joe", null, start, now)))
                .containsExactly("request-3");
        assertThat(requests(new AuditSelector(asset(1).guid(), "joe", JOB, null, null)))
                .isEmpty();
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        List<AuditEvent> first = events.find(ALL, null, 3);
        record(BY_HAND, 4);
        List<AuditEvent> second = events.find(ALL, first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).extracting(event -> event.origin().requestId()).containsExactly("request-1");
    }

    @Test
    void eventsAreKeptForTheTimeSet() {
        new Expiry(
                        JdbcClient.create(database.dataSource()),
                        clock,
                        new AuditProperties(Duration.ofMinutes(5), Duration.ofMinutes(2)))
                .removeOld();

        assertThat(requests(ALL)).containsExactly("request-4", "request-3");
    }

    @Test
    void eventsAreRemovedHoweverManyThereAre() {
        database.jdbc()
                .sql("insert into audit_event (asked_at, actor, request_id, action, type_name, settled) select"
                        + " a.asked_at, a.actor, a.request_id, a.action, a.type_name, false from audit_event a,"
                        + " audit_event b, audit_event c, audit_event d, audit_event e, audit_event f")
                .update();

        new Expiry(
                        JdbcClient.create(database.dataSource()),
                        clock,
                        new AuditProperties(Duration.ofMinutes(5), Duration.ofNanos(1)))
                .removeOld();

        assertThat(requests(ALL)).isEmpty();
    }
}
