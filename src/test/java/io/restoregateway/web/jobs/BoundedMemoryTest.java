package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However long a manifest or one of its rows is, only a little of it is ever held. */
class BoundedMemoryTest {

    private static final long MEGABYTE = 1 << 20;

    private static final int BUFFERS = 64 << 10;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CSV    | 1 | ``                                       | x",
                "CSV    | 1 | ``                                       | ,",
                "CSV    | 1 | `\"`                                     | x",
                "CSV    | 3 | typeName,qualifiedName,guid~Table,q,g~   | x",
                "CSV    | 3 | typeName,qualifiedName,guid~Table,q,g~   | ,",
                "CSV    | 3 | typeName,qualifiedName,guid~Table,q,g~   | \"\"",
                "CSV    | 4 | typeName,qualifiedName,guid~T,\"a~b\",g~T,\" | a~",
                "NDJSON | 1 | ``                                       | x",
                "NDJSON | 2 | {}~{\"typeName\":\"                       | x",
                "NDJSON | 3 | {}~[]~                                   | ` `",
                "NDJSON | 2 | {}~                                      | [",
            })
    void refusesARowWithoutEndEarly(ManifestFormat format, long line, String beginning, String repeated) {
        Endless body = new Endless(lines(beginning), lines(repeated));

        ManifestException refusal = ReadManifest.refusal(format, null, body);

        assertThat(refusal.flaw()).isEqualTo(Flaw.ROW_TOO_LONG);
        assertThat(refusal.line()).isEqualTo(line);
        assertThat(refusal).hasMessageContaining("line " + line + " begins a row of more than 1,048,576 bytes");
        assertThat(body.taken).isBetween(MEGABYTE, MEGABYTE + BUFFERS);
    }

    private static String lines(String text) {
        return text.replace('~', '\n').replace("\\\"", "\"");
    }

    @ParameterizedTest
    @EnumSource(ManifestFormat.class)
    void takesTheLongestRowThatIsLegal(ManifestFormat format) {
        String name = "\uD83D\uDE00".repeat(10_000);
        String row = format == ManifestFormat.CSV
                ? "typeName,qualifiedName,guid\nT,\"" + name + "\"," + ReadManifest.GUID
                : "{\"typeName\":\"T\",\"qualifiedName\":\"" + "\\ud83d\\ude00".repeat(10_000) + "\",\"guid\":\""
                        + ReadManifest.GUID + "\"}";

        assertThat(ReadManifest.rows(format, row))
                .containsExactly(ReadManifest.claimed(format == ManifestFormat.CSV ? 2 : 1, "T", name));
    }

    @Test
    void stopsReadingBehindTheLastRowAllowed() {
        Endless body = new Endless("typeName,qualifiedName,guid\n", "Table,q," + ReadManifest.GUID + "\n");

        assertThat(ReadManifest.refusal(ManifestFormat.CSV, null, body).flaw()).isEqualTo(Flaw.TOO_MANY_ROWS);
        assertThat(body.taken).isLessThan(ReadManifest.MOST_ROWS * 50 + BUFFERS);
    }

    @ParameterizedTest
    @EnumSource(ManifestFormat.class)
    void readsAMillionRowsAsTheyComeIn(ManifestFormat format) throws IOException {
        long rows = 1_000_000;
        Endless body = new Endless(rows(format, rows));
        AtomicLong seen = new AtomicLong();
        AtomicLong mostBehind = new AtomicLong();

        long count = Manifest.announcedAs(format.mediaType(), null, rows).read(body, row -> {
            long claimed = row instanceof ManifestRow.Claimed ? seen.incrementAndGet() : seen.get();
            mostBehind.accumulateAndGet(body.chunks - claimed, Math::max);
        });

        assertThat(count).isEqualTo(rows).isEqualTo(seen.get());
        assertThat(mostBehind.get()).isLessThan(1_000);
    }

    private static Stream<String> rows(ManifestFormat format, long rows) {
        return format == ManifestFormat.CSV
                ? Stream.concat(
                        Stream.of("typeName,qualifiedName,guid\r\n"),
                        LongStream.range(0, rows)
                                .mapToObj(row -> "Table,default/DB/T" + row + ',' + guid(row) + "\r\n"))
                : LongStream.range(0, rows)
                        .mapToObj(row -> "{\"typeName\":\"Table\",\"qualifiedName\":\"default/DB/T" + row
                                + "\",\"guid\":\"" + guid(row) + "\"}\n");
    }

    private static String guid(long row) {
        return "00000000-0000-4000-8000-" + (100_000_000_000L + row);
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void writesAReportAsItGoes(ReportFormat format) throws IOException {
        AtomicLong sent = new AtomicLong();
        ReportRow row = new ReportRow(
                1,
                "Table",
                "q".repeat(100),
                ReadManifest.GUID,
                "RESTORED",
                null,
                null,
                List.of(),
                null,
                "me",
                Instant.EPOCH);

        try (ReportWriter report = ReportWriter.to(counting(sent), format)) {
            IntStream.range(0, 10_000).forEach(number -> write(report, row));
            assertThat(sent.get()).isGreaterThan(10_000L * 100);
        }
    }

    private static void write(ReportWriter report, ReportRow row) {
        assertThat(catchThrowableOfType(IOException.class, () -> report.write(row)))
                .isNull();
    }

    private static OutputStream counting(AtomicLong sent) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                sent.incrementAndGet();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                sent.addAndGet(length);
            }
        };
    }

    /** A body that is made while it is read, and knows how much of it was. */
    private static final class Endless extends InputStream {

        private final Iterator<String> texts;

        private byte[] chunk = {};

        private int position;

        private long chunks;

        private long taken;

        private Endless(String beginning, String repeated) {
            this(Stream.concat(Stream.of(beginning), Stream.generate(() -> repeated)));
        }

        private Endless(Stream<String> texts) {
            this.texts = texts.iterator();
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            while (position == chunk.length) {
                if (!texts.hasNext()) {
                    return -1;
                }
                chunk = texts.next().getBytes(StandardCharsets.UTF_8);
                position = 0;
                chunks++;
            }
            int count = Math.min(length, chunk.length - position);
            System.arraycopy(chunk, position, buffer, offset, count);
            position += count;
            taken += count;
            return count;
        }
    }
}
