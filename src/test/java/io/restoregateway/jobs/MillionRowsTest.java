package io.restoregateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.jobs.GatewayProcess.Size;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The largest manifest goes through a small heap, and so does its report. */
@ParameterizedClass
@EnumSource(LastingDatabases.class)
@Tag("nightly")
class MillionRowsTest {

    private static final Logger LOG = LoggerFactory.getLogger(TestTenant.FIGURES);

    private static final int ROWS = 1_000_000;

    /** Every thousandth row names the asset of the one before it. */
    private static final int REPEATED = 1_000;

    private static final Size SMALL = new Size(256, 300);

    @Parameter
    LastingDatabases databases;

    @TempDir
    Path directory;

    @Test
    void goesInAndComesOut() throws IOException {
        try (LastingDatabase database = databases.fresh(directory);
                GatewayProcess gateway = GatewayProcess.launch(
                                database, TestTenant.fresh(), directory.resolve("gateway.log"), SMALL)
                        .awaitReady()) {
            long began = System.nanoTime();
            JsonNode job = upload(gateway.calls());
            LOG.info("{}: {} rows accepted after {} ms", databases, ROWS, millis(began));
            assertThat(job.path("progress").path("total").asInt()).isEqualTo(ROWS);
            assertThat(job.path("progress").path("duplicates").asInt()).isEqualTo(ROWS / REPEATED);

            for (String format : new String[] {"csv", "ndjson"}) {
                began = System.nanoTime();
                checkReport(gateway.calls(), job.path("id").asString(), format);
                LOG.info("{}: report as {} after {} ms", databases, format, millis(began));
            }
        }
    }

    private static long millis(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private JsonNode upload(JobCalls calls) throws IOException {
        try (PipedInputStream body = new PipedInputStream(1 << 16)) {
            PipedOutputStream rows = new PipedOutputStream(body);
            Thread.ofVirtual().start(() -> write(rows));
            CompletableFuture<HttpResponse<String>> upload = calls.upload(body);
            HttpResponse<String> answer = upload.join();
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            return new JsonMapper().readTree(answer.body());
        }
    }

    private static void write(PipedOutputStream to) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        try (BufferedWriter rows = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
            rows.write("typeName,qualifiedName,guid\n");
            String row = "";
            for (int i = 0; i < ROWS; i++) {
                if (i % REPEATED != REPEATED - 1) {
                    row = row(i, random.nextLong());
                }
                rows.write(row);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static String row(int number, long random) {
        return "Column,default/snowflake/1700000000/DB/SCHEMA_%d/TABLE_%d/COLUMN_%d,%08x-0000-4000-8000-%012x%n"
                .formatted(number / 3_000, number / 30, number, random >>> 32, number);
    }

    private static void checkReport(JobCalls calls, String job, String format) throws IOException {
        try (BufferedReader rows =
                new BufferedReader(new InputStreamReader(calls.reading(job, format), StandardCharsets.UTF_8))) {
            int header = "csv".equals(format) ? 1 : 0;
            int count = 0;
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                int number = count - header;
                if (number >= 0 && number % REPEATED != REPEATED - 1) {
                    assertThat(row).contains("/COLUMN_" + number);
                }
                count++;
            }
            assertThat(count).isEqualTo(ROWS + header);
        }
    }
}
