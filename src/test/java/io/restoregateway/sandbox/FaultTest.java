package io.restoregateway.sandbox;

import static io.restoregateway.sandbox.SandboxClient.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes wrong once: answers that lie, come late, or never come, and commits behind one's back. */
class FaultTest {

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;
    private final StoredAsset orders = client.stored("Table", "default/snowflake/1700000000/DB/SCHEMA/ORDERS");

    @Test
    void conflictChangesNothingAndARetryIsSafe() {
        tenant.queue(Fault.conflict());

        SandboxClient.Answer answer = client.write(entry(orders));

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("causes", "errorId", "message");
        assertThat(stored()).isEqualTo(orders);
        assertThat(client.write(entry(orders)).status()).isEqualTo(200);
    }

    @Test
    void commitsLaterThanItAnswers() {
        tenant.queue(Fault.timesOutThenCommits(CallKind.WRITE, Duration.ofSeconds(20)));

        assertThat(client.write(entry(orders)).status()).isEqualTo(504);
        assertThat(client.status(orders.guid())).isEqualTo("DELETED");
        client.clock.tick(Duration.ofSeconds(19));
        assertThat(client.status(orders.guid())).isEqualTo("DELETED");

        client.clock.tick(Duration.ofSeconds(1));
        long due = client.clock.instant().toEpochMilli();
        client.clock.tick(Duration.ofSeconds(7));

        assertThat(client.status(orders.guid())).isEqualTo("ACTIVE");
        assertThat(stored().updateTime()).isEqualTo(due);
    }

    @Test
    void commitsAndTimesOut() {
        tenant.queue(Fault.timesOutAfterCommit(CallKind.WRITE));

        SandboxClient.Answer answer = client.write(entry(orders));

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.contentType()).isEqualTo("text/html");
        assertThat(stored().status()).isEqualTo(AssetStatus.ACTIVE);
    }

    @Test
    void commitsAndAnswersLate() {
        tenant.queue(Fault.delaysAnswer(CallKind.WRITE, Duration.ofSeconds(15)));
        var before = client.clock.instant();

        assertThat(client.write(entry(orders)).status()).isEqualTo(200);

        assertThat(Duration.between(before, client.clock.instant())).isEqualTo(Duration.ofSeconds(15));
        assertThat(stored().updateTime()).isEqualTo(before.toEpochMilli());
    }

    @Test
    void dropsTheConnectionBeforeOrAfterTheCommit() {
        tenant.queue(Fault.dropsBeforeCommit(CallKind.WRITE), Fault.dropsAfterCommit(CallKind.WRITE));

        assertThat(client.write(entry(orders)).dropped()).isTrue();
        assertThat(stored().isArchived()).isTrue();

        assertThat(client.write(entry(orders)).dropped()).isTrue();
        assertThat(stored().isArchived()).isFalse();
        assertThat(tenant.calls()).extracting(RecordedCall::status).containsExactly(0, 0);
    }

    @Test
    void dropsTheConnectionAndCommitsLater() {
        tenant.queue(Fault.dropsThenCommits(CallKind.WRITE, Duration.ofSeconds(5)));

        client.write(entry(orders));
        client.clock.tick(Duration.ofSeconds(5));

        assertThat(stored().isArchived()).isFalse();
    }

    @Test
    void hidesTheAnswerBehindHtml() {
        tenant.queue(Fault.hidesAnswerBehindHtml(CallKind.WRITE, "<html></html>"));

        assertThat(client.write(entry(orders)).text()).isEqualTo("<html></html>");
        assertThat(stored().isArchived()).isFalse();
    }

    @Test
    void waitsForTheCallOfItsKind() {
        tenant.queue(Fault.maintenance(CallKind.SEARCH));

        assertThat(client.write(entry(orders)).status()).isEqualTo(200);
        SandboxClient.Answer answer = client.search(Map.of("match_all", Map.of()));
        assertThat(answer.errorCode()).isEqualTo("ATLAS-503-00-001");
        assertThat(client.search(Map.of("match_all", Map.of())).status()).isEqualTo(200);
    }

    @Test
    void answersTooManyRequestsWithTheRetryAfterAskedFor() {
        tenant.queue(Fault.tooManyRequests(CallKind.WRITE, "7"), Fault.tooManyRequests(CallKind.WRITE, null));

        assertThat(client.write(entry(orders)).response().getHeader("Retry-After"))
                .isEqualTo("7");
        assertThat(client.write(entry(orders)).response().getHeader("Retry-After"))
                .isNull();
        assertThat(stored().isArchived()).isTrue();
    }

    @Test
    void somebodyElseRenamesRightBeforeTheWrite() {
        tenant.beforeNextWrite(others -> others.as("mallory").rename(orders.guid(), orders.qualifiedName() + "_OLD"));

        client.write(entry(orders));

        assertThat(stored().qualifiedName()).isEqualTo(orders.qualifiedName());
        assertThat(stored().isArchived()).isFalse();
    }

    @Test
    void somebodyElseInterferesInEveryOtherWay() {
        OtherUser mallory = tenant.as("mallory");
        StoredAsset connection = client.stored("Connection", "default/mongodb/mongodb.atlan.com");

        mallory.restore(orders.guid())
                .edit(orders.guid(), "description", "newer")
                .archive(orders.guid());
        mallory.changeAdmins(connection.guid(), List.of("mallory"));
        String namesake = mallory.createNamesake(orders.guid());

        assertThat(stored().isArchived()).isTrue();
        assertThat(stored().stamp().updatedBy()).isEqualTo("mallory");
        assertThat(stored().attribute("description")).isEqualTo("newer");
        assertThat(tenant.asset(namesake).orElseThrow().status()).isEqualTo(AssetStatus.ACTIVE);
        mallory.purge(orders.guid());
        assertThat(tenant.asset(orders.guid())).isEmpty();
        assertThat(tenant.counts().total()).isZero();
    }

    private StoredAsset stored() {
        return tenant.asset(orders.guid()).orElseThrow();
    }
}
