package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.restoregateway.audit.Action;
import io.restoregateway.audit.AuditEvent;
import io.restoregateway.audit.AuditEvents;
import io.restoregateway.audit.AuditSelector;
import io.restoregateway.audit.Origin;
import io.restoregateway.restore.Conclusion;
import io.restoregateway.restore.Guid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;

@GatewayTest
class AuditTest {

    private static final String AUDIT = "/api/v1/audit-events";

    private static final AuditSelector ALL = new AuditSelector(null, null, null, null, null);

    private static final Instant TIME = Instant.parse("2026-11-21T10:00:00Z");

    private static final UUID JOB = UUID.fromString("6e4b0f5e-93a2-4d9e-8f0a-6a5d0a1f7c22");

    @Autowired
    private Gateway gateway;

    @Autowired
    private AuditEvents events;

    private static AuditEvent event(long id, Conclusion conclusion) {
        return new AuditEvent(
                id,
                TIME,
                new Origin("api-key", "request-1", JOB, Action.RESTORE),
                new AuditEvent.Subject("Table", "a/b", Fixtures.GUID),
                conclusion,
                conclusion == null ? null : TIME.plusSeconds(2),
                conclusion == null ? null : "atlan-1");
    }

    private void hold(long from, long to) {
        when(events.find(any(), any(), anyInt()))
                .thenReturn(LongStream.iterate(from, id -> id >= to, id -> id - 1)
                        .mapToObj(id -> event(id, new Conclusion(Conclusion.Outcome.RESTORED, null, null)))
                        .toList());
    }

    @Test
    void anEventTellsWhoHadWhatDoneAndWhatCameOfIt() {
        when(events.find(any(), any(), anyInt()))
                .thenReturn(List.of(
                        event(4711, new Conclusion(Conclusion.Outcome.REFUSED, "LIVE_TWIN", "It has a twin."))));

        JsonNode page = gateway.get(AUDIT).isOk().json();

        assertThat(page.toString())
                .isEqualTo("{\"items\":[{\"id\":4711,\"at\":\"2026-11-21T10:00:00Z\",\"actor\":\"api-key\","
                        + "\"requestId\":\"request-1\",\"jobId\":\"" + JOB + "\",\"action\":\"RESTORE\","
                        + "\"asset\":{\"typeName\":\"Table\",\"qualifiedName\":\"a/b\",\"guid\":\"" + Fixtures.GUID
                        + "\"},\"outcome\":\"REFUSED\",\"code\":\"LIVE_TWIN\",\"message\":\"It has a twin.\","
                        + "\"atlanRequestId\":\"atlan-1\",\"completedAt\":\"2026-11-21T10:00:02Z\"}]}");
        verify(events).find(ALL, null, 51);
    }

    @Test
    void anEventOfWhichNothingIsKnownYetIsOpen() {
        when(events.find(any(), any(), anyInt()))
                .thenReturn(List.of(new AuditEvent(
                        1,
                        TIME,
                        new Origin("anonymous", "request-1", null, Action.RESTORE),
                        new AuditEvent.Subject("Table", null, null),
                        null,
                        null,
                        null)));

        JsonNode event = gateway.get(AUDIT).isOk().json().path("items").path(0);

        assertThat(event.toString())
                .isEqualTo("{\"id\":1,\"at\":\"2026-11-21T10:00:00Z\",\"actor\":\"anonymous\","
                        + "\"requestId\":\"request-1\",\"action\":\"RESTORE\",\"asset\":{\"typeName\":\"Table\"},"
                        + "\"outcome\":\"OPEN\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = Conclusion.Outcome.class,
            mode = EnumSource.Mode.MATCH_NONE,
            names = "WOULD_.*") // what is only looked at leaves no event
    void everyOutcomeCanBeTold(Conclusion.Outcome outcome) {
        when(events.find(any(), any(), anyInt())).thenReturn(List.of(event(1, new Conclusion(outcome, null, null))));

        JsonNode page = gateway.get(AUDIT).isOk().json();

        assertThat(page.at("/items/0/outcome").asString()).isEqualTo(outcome.name());
    }

    @Test
    void allConditionsAreHandedOn() {
        hold(1, 1);

        gateway.get(AUDIT + "?guid=" + Fixtures.GUID + "&actor=j%20s&jobId=" + JOB
                        + "&after=2026-01-01T00:00:00%2B01:00&before=2026-02-01T00:00:00.5Z&limit=100")
                .isOk();

        verify(events)
                .find(
                        new AuditSelector(
                                new Guid(Fixtures.GUID),
                                "j s",
                                JOB,
                                Instant.parse("2025-12-31T23:00:00Z"),
                                Instant.parse("2026-02-01T00:00:00.5Z")),
                        null,
                        101);
    }

    @Test
    void theCursorLeadsToTheNextPageOfTheSameLook() {
        hold(30, 20);
        JsonNode first = gateway.get(AUDIT + "?limit=10&actor=jane").isOk().json();
        String cursor = first.path("nextCursor").asString();

        gateway.get(AUDIT + "?actor=jane&limit=7&cursor=" + cursor).isOk();
        Answer other = gateway.get(AUDIT + "?actor=joe&cursor=" + cursor);

        assertThat(first.path("items")).hasSize(10);
        assertThat(first.at("/items/9/id").asLong()).isEqualTo(21);
        verify(events).find(new AuditSelector(null, "jane", null, null, null), 21L, 8);
        other.isProblem(400, "INVALID_REQUEST").blames("?cursor").says("other conditions");
    }

    @Test
    void theLastPageLeadsNowhere() {
        hold(30, 21);

        assertThat(gateway.get(AUDIT + "?limit=10").isOk().json().has("nextCursor"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".x", ".-1", ".0", ".1.2", ".99999999999999999999", "." + Fixtures.GUID})
    void aCursorThatSomebodyMadeUpIsNone(String rest) {
        hold(30, 20);
        String own = gateway.get(AUDIT + "?limit=10")
                .isOk()
                .json()
                .path("nextCursor")
                .asString();
        String parts = new String(Base64.getUrlDecoder().decode(own), StandardCharsets.UTF_8);
        String madeUp = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((parts.substring(0, parts.indexOf('.')) + rest).getBytes(StandardCharsets.UTF_8));

        gateway.get(AUDIT + "?cursor=" + madeUp)
                .isProblem(400, "INVALID_REQUEST")
                .blames("?cursor")
                .says("not a cursor");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "guid=x | guid | UUID of 36",
                "guid=E185209B-4B08-4E2F-ACC7-35C47229F67F | guid | UUID of 36",
                "jobId=1-1-1-1-1 | jobId | UUID of 36",
                "actor= | actor | is empty",
                "actor=%00 | actor | NUL",
                "after=yesterday | after | 2026-11-21T10:00:00Z",
                "before=2026-01-01 | before | 2026-11-21T10:00:00Z",
                "after=2026-02-01T00:00:00Z&before=2026-01-01T00:00:00Z | before | later than after",
                "limit=0 | limit | from 1 to 100",
                "limit=101 | limit | from 1 to 100",
                "cursor=x | cursor | not a cursor",
                "guids=x | guids | did you mean 'guid'?",
                "actor=a&actor=b | actor | more than once",
                "guid=x&jobId=y&after=z&cursor=c&limit=l | guid,jobId,after,cursor,limit | from 1 to 100",
            })
    void badConditionsAreToldAndNothingIsLookedUp(String query, String parameters, String words) {
        gateway.get(AUDIT + "?" + query)
                .isProblem(400, "INVALID_REQUEST")
                .blames(Arrays.stream(parameters.split(","))
                        .map(name -> "?" + name)
                        .toArray(String[]::new))
                .says(words);

        verifyNoInteractions(events);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidToBeAway() {
        when(events.find(any(), any(), anyInt()))
                .thenThrow(new DataAccessResourceFailureException("secret of the pool"));

        Answer answer = gateway.get(AUDIT).isProblem(503, "DATABASE_UNAVAILABLE");

        assertThat(answer.header("Retry-After")).isEqualTo("30");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void onlyCallersWithTheKeyMayLook() {
        Answer answer = gateway.send(java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://localhost:" + gateway.port() + AUDIT)));

        answer.isProblem(401, "UNAUTHENTICATED");
        verifyNoInteractions(events);
    }
}
