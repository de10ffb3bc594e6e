package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.database.TestDatabase;
import io.restoregateway.database.TestDatabases;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A preview stays of a size that can be read, whatever a job holds. */
class PreviewsTest {

    private static final int ITEMS = 600;

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void tellsTheLargestGroupsAndTwentyExamples(TestDatabases databases) {
        try (TestDatabase database = databases.fresh()) {
            Tables tables = Tables.of(
                    new JdbcTemplate(database.dataSource()),
                    new TransactionTemplate(database.transactions()),
                    Clock.systemUTC());
            UUID job = UUID.randomUUID();
            tables.rows()
                    .insert(
                            job,
                            LongStream.range(0, ITEMS)
                                    .mapToObj(PreviewsTest::row)
                                    .toList());
            tables.jdbc()
                    .sql(
                            "update restore_job_item set verdict = 'WOULD_RESTORE', connection = substring(qualified_name from 1 for 1000)"
                                    + " where job_id = ?")
                    .param(job)
                    .update();

            Preview preview = new Previews(tables.jdbc(), 100).of(job);

            assertThat(preview.byType()).hasSize(500).containsEntry("Type0", 2L);
            assertThat(preview.byConnection()).hasSize(1).containsEntry("default/" + "x".repeat(192), (long) ITEMS);
            assertThat(preview.byVerdict()).singleElement().satisfies(verdict -> {
                assertThat(verdict.items()).isEqualTo(ITEMS);
                assertThat(verdict.sample())
                        .hasSize(20)
                        .allSatisfy(example -> assertThat(example.qualifiedName())
                                .hasSize(1_001)
                                .endsWith("…"));
            });
            assertThat(Previews.text(preview).length()).isLessThan(1_000_000);
        }
    }

    private static Rows.Row row(long number) {
        AssetIdentity asset = new AssetIdentity(
                new TypeName("Type" + number % (ITEMS - 1)),
                new QualifiedName("default/" + "x".repeat(2_000) + number),
                new Guid(UUID.randomUUID().toString()));
        return Rows.Row.selected(number, new JobRow.Claimed(number, asset), null, 0);
    }
}
