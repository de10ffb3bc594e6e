package io.restoregateway.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Gateways killed so often, and in the middle of so much, that it takes too long for every build. */
@Tag("nightly")
@ParameterizedClass
@EnumSource(LastingDatabases.class)
class KillNightlyTest extends KillTestCase {

    private static final Logger LOG = LoggerFactory.getLogger(TestTenant.FIGURES);

    private static final int MANY = 20_000;

    private static final int SOME = 3_000;

    private static final int KILLS_IN_THE_RUN = 15;

    @Test
    void aJobOf20000GoesOnAfter20Kills() {
        long began = System.nanoTime();
        Accident accident = Accident.of(MANY, tenant.sandbox());
        String job = accident.order(calls());
        gateway.killAndStart();
        gateway.passTime(Duration.ofSeconds(3));
        gateway.killAndStart();
        int previewed = random.nextInt(MANY);
        calls().await(job, now -> now.path("progress").path("previewed").asInt() >= previewed);
        gateway.killAndStart();
        calls().await(job, JobState.AWAITING_CONFIRMATION);

        calls().tell(job, "confirm");
        gateway.kill();
        gateway.startAndKillBeforeReady(Duration.ofSeconds(5));
        gateway.start();
        int[] moments = random.ints(KILLS_IN_THE_RUN, 0, MANY - 1_000).sorted().toArray();
        for (int active : moments) {
            accident.awaitActive(active);
            gateway.passTime(Duration.ofMillis(300));
            gateway.killAndStart();
        }

        JsonNode done = calls().await(job, JobState.COMPLETED);
        LOG.info(
                "{}, {} kills, {} s: {} calls, {} entries sent needlessly, {}",
                databases,
                gateway.kills(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                accident.sandbox().counts().total(),
                accident.sandbox().needlessWrites().entries(),
                done.path("progress"));
        assertThat(gateway.kills()).isEqualTo(20);
        assertThat(outcome(done, "restored")).isEqualTo(MANY);
        assertThat(accident.sandbox().counts().total()).isLessThan(MANY / 10 + gateway.kills() * 100);
        checkTrue(accident, job);
        checkNothingSentAgain(accident);
        checkAudit(accident, job);
    }

    @Test
    void aPausedJobStaysPaused() {
        Accident accident = Accident.of(SOME, tenant.sandbox());
        String job = confirmed(accident);
        accident.awaitActive(random.nextInt(SOME / 2));

        assertThat(state(calls().tell(job, "pause"))).isEqualTo(JobState.PAUSED);
        gateway.killAndStart();
        assertThat(state(calls().job(job))).isEqualTo(JobState.PAUSED);
        long active = accident.active();
        gateway.passTime(Duration.ofSeconds(5));
        assertThat(state(calls().job(job))).isEqualTo(JobState.PAUSED);
        assertThat(accident.active()).isEqualTo(active).isLessThan(SOME);

        calls().tell(job, "resume");
        JsonNode done = calls().await(job, JobState.COMPLETED);
        assertThat(outcome(done, "restored")).isEqualTo(SOME);
        checkTrue(accident, job);
        checkNothingSentAgain(accident);
        checkAudit(accident, job);
    }

    @Test
    void aCancelledJobEndsCancelled() {
        Accident accident = Accident.of(MANY, tenant.sandbox());
        String job = confirmed(accident);
        accident.awaitActive(random.nextInt(SOME / 2));

        assertThat(state(calls().tell(job, "cancel"))).isEqualTo(JobState.CANCELLED);
        gateway.passTime(Duration.ofMillis(500));
        gateway.killAndStart();

        JsonNode done = calls().await(job, JobState.CANCELLED);
        assertThat(outcome(done, "cancelled")).isGreaterThan(MANY / 2);
        assertThat(outcome(done, "restored") + outcome(done, "unconfirmed") + outcome(done, "cancelled"))
                .isEqualTo(MANY);
        checkTrue(accident, job);
        checkNothingSentAgain(accident);
        checkAudit(accident, job);
    }

    @Test
    void anUndoGoesOn() {
        Accident accident = Accident.of(SOME, tenant.sandbox());
        String job = confirmed(accident);
        calls().await(job, JobState.COMPLETED);

        String undo = calls().undo(job);
        gateway.passTime(Duration.ofMillis(500));
        gateway.killAndStart();
        calls().await(undo, JobState.AWAITING_CONFIRMATION);
        calls().tell(undo, "confirm");
        accident.awaitAtMostActive(1 + random.nextInt(SOME - 1));
        gateway.killAndStart();

        JsonNode done = calls().await(undo, JobState.COMPLETED);
        assertThat(outcome(done, "archived")).isEqualTo(SOME);
        checkTrue(accident, undo);
        checkAudit(accident, undo);
    }

    @Test
    void nothingRemainsOfAnUploadThatWasCutOff() throws IOException {
        try (PipedOutputStream rows = new PipedOutputStream()) {
            CompletableFuture<HttpResponse<String>> upload = calls().upload(new PipedInputStream(rows));
            rows.write("typeName,qualifiedName,guid\n".getBytes(UTF_8));
            for (int row = 0; row < 5_000; row++) {
                rows.write("Table,%s,%s%n"
                        .formatted("any/".repeat(1_000), UUID.randomUUID())
                        .getBytes(UTF_8));
            }
            gateway.kill();
            assertThat(upload).failsWithin(Duration.ofSeconds(30));
        }
        assertThat(count("restore_job_item")).isPositive();

        gateway.start();
        assertThat(calls().jobs()).isEmpty();
        if (databases == LastingDatabases.EMBEDDED_FILE) {
            // On a server, another replica may be taking these rows: they go some minutes later.
            gateway.kill();
            assertThat(count("restore_job_item")).isZero();
            assertThat(count("restore_job")).isZero();
        }
    }

    private long count(String table) {
        return gateway.database()
                .jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private String confirmed(Accident accident) {
        String job = accident.order(calls());
        calls().await(job, JobState.AWAITING_CONFIRMATION);
        calls().tell(job, "confirm");
        return job;
    }
}
