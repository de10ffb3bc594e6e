package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows whose replica died before their job was made are removed, and no others. */
@ParameterizedClass
@EnumSource(TestDatabases.class)
class AbandonedUploadTest {

    private static final int PORTION = 1_000;

    @Parameter
    TestDatabases databases;

    private final HandSetClock clock = new HandSetClock();

    private TestDatabase database;

    private Tables tables;

    private Openings openings;

    private Upkeep upkeep;

    @BeforeEach
    void open() {
        database = databases.fresh();
        tables = Tables.of(
                new JdbcTemplate(database.dataSource()), new TransactionTemplate(database.transactions()), clock);
        openings = new Openings(tables, job -> {}, 100);
        upkeep = new Upkeep(tables, openings, new JobsProperties(Duration.ofDays(90), 100), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void goTenMinutesAfterTheirLastSign() {
        add(upload(), 3 * PORTION);
        assertThat(count("restore_job_item")).isEqualTo(3 * PORTION);

        clock.pass(Duration.ofMinutes(10));
        upkeep.removeOld();
        assertThat(count("restore_job_item")).isEqualTo(3 * PORTION);

        clock.pass(Duration.ofMillis(1));
        upkeep.removeOld();
        assertThat(count("restore_job_item")).isZero();
        assertThat(count("restore_job")).isZero();
        assertThat(count("restore_job_count")).isZero();
    }

    @Test
    void stayWhileTheyComeIn() {
        RowUpload upload = upload();
        for (int minute = 0; minute < 30; minute++) {
            add(upload, PORTION);
            clock.pass(Duration.ofMinutes(1));
        }
        upkeep.removeOld();

        Creation creation = upload.finish("any");
        assertThat(creation).isInstanceOf(Creation.Created.class);
        clock.pass(Duration.ofDays(1));
        upkeep.removeOld();
        assertThat(count("restore_job_item")).isEqualTo(30 * PORTION);
    }

    @Test
    void goAltogetherThoughMoreOfThemComeInAfterThat() {
        RowUpload upload = upload();
        add(upload, 2 * PORTION);
        clock.pass(Duration.ofMinutes(11));
        upkeep.removeOld();

        add(upload, 2 * PORTION);
        assertThatThrownBy(() -> upload.finish("any")).hasMessageContaining("given up");
        upload.close();
        assertThat(count("restore_job_item")).isZero();
        assertThat(count("restore_job_item_key")).isZero();
    }

    private RowUpload upload() {
        JobOptions options = new JobOptions(null, true, false, false, false, null, null);
        JobOrder order = new JobOrder("tester", "any-request", options, null);
        return new RowUpload(
                new NewJob(order, JobKind.RESTORE, JobSource.CSV, null, null, null), tables, openings, clock);
    }

    private static void add(RowUpload upload, int rows) {
        for (int line = 0; line < rows; line++) {
            upload.add(new JobRow.Claimed(
                    line,
                    new AssetIdentity(
                            new TypeName("Table"),
                            new QualifiedName("any"),
                            new Guid(UUID.randomUUID().toString()))));
        }
    }

    private long count(String table) {
        return database.jdbc()
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** A clock that stands still unless somebody turns it. */
    private static final class HandSetClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
