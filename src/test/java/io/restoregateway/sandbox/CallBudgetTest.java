package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 400 calls a minute for the whole tenant; one more, and everybody waits for a minute. */
class CallBudgetTest {

    private static final String PATH = "/api/meta/entity/guid/51a28d46-b700-4c9d-807d-397f25f2b6d6/header";

    private final SandboxClient client = new SandboxClient();
    private final SandboxTenant tenant = client.tenant;

    @BeforeEach
    void allowThreeCallsAMinute() {
        tenant.change(settings -> settings.withCallsPerMinute(3));
    }

    @Test
    void takesFourHundredCallsAMinuteByDefault() {
        assertThat(SandboxSettings.HEALTHY.callsPerMinute()).isEqualTo(400);
    }

    @Test
    void blocksForAMinuteOnceTheLimitIsExceeded() {
        call(3, 200);
        call(1, 429);

        client.clock.tick(Duration.ofSeconds(59));
        call(1, 429);

        client.clock.tick(Duration.ofSeconds(1));
        call(3, 200);
    }

    @Test
    void countsAnyWindowOfAMinute() {
        call(2, 200);
        client.clock.tick(Duration.ofSeconds(59));
        call(1, 200);
        client.clock.tick(Duration.ofSeconds(1));
        call(2, 200);
        call(1, 429);
    }

    @Test
    void tellsHowLongToWaitUnlessItIsNotSupposedTo() {
        call(4, 0);
        client.clock.tick(Duration.ofSeconds(20));

        assertThat(client.get(PATH).response().getHeader("Retry-After")).isEqualTo("40");

        tenant.change(settings -> settings.withRetryAfter(false).withRateLimitAsHtml(true));
        SandboxClient.Answer answer = client.get(PATH);
        assertThat(answer.response().getHeader("Retry-After")).isNull();
        assertThat(answer.contentType()).isEqualTo("text/html");
    }

    @Test
    void countsCallsByKindAndTheBusiestMinute() {
        call(3, 200);
        call(2, 429);
        client.clock.tick(Duration.ofMinutes(2));
        client.search(java.util.Map.of("match_all", java.util.Map.of()));

        CallCounts counts = tenant.counts();
        assertThat(counts.of(CallKind.READ)).isEqualTo(5);
        assertThat(counts.of(CallKind.SEARCH)).isEqualTo(1);
        assertThat(counts.total()).isEqualTo(6);
        assertThat(counts.rateLimited()).isEqualTo(2);
        assertThat(counts.busiestMinute()).isEqualTo(5);
        assertThat(tenant.calls()).hasSize(6);
    }

    @Test
    void everyCallTakesItsTime() {
        tenant.change(settings ->
                settings.withLatencyPerCall(Duration.ofMillis(200)).withLatencyPerEntity(Duration.ofMillis(30)));
        var before = client.clock.instant();

        client.write(SandboxClient.entry(tenant.assets().values().iterator().next()));

        assertThat(Duration.between(before, client.clock.instant())).isEqualTo(Duration.ofMillis(230));
    }

    private void call(int times, int status) {
        for (int i = 0; i < times; i++) {
            int answered = client.get(PATH).status();
            assertThat(status).isIn(0, answered);
        }
    }
}
