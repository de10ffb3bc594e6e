package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest is decoded as its Content-Encoding says; what is not so, damaged or cut off is told apart. */
class ManifestEncodingTest {

    private static final String HEADER = "typeName,qualifiedName,guid\n";

    private static final String ROW = "Table,q," + ReadManifest.GUID + "\n";

    private static final String JSON =
            "{\"typeName\":\"Table\",\"qualifiedName\":\"q\",\"guid\":\"" + ReadManifest.GUID + "\"}\n";

    private static void refused(ManifestException refusal, Flaw flaw, Long line, String message) {
        assertThat(refusal).isNotNull().hasMessageContaining(message);
        assertThat(refusal.flaw()).isEqualTo(flaw);
        assertThat(refusal.line()).isEqualTo(line);
    }

    private static String one(ManifestFormat format) {
        return format == ManifestFormat.CSV ? HEADER + ROW : JSON;
    }

    private static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    private static InputStream bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return new ByteArrayInputStream(all.toByteArray());
    }

    private static ManifestException gzipped(byte[]... parts) {
        return ReadManifest.refusal(ManifestFormat.CSV, "gzip", bytes(parts));
    }

    @Test
    void mayHideThatItIsEmpty() {
        refused(gzipped(gzip("")), Flaw.EMPTY, null, "the manifest is empty");
        refused(gzipped(), Flaw.EMPTY, null, "the manifest is empty");
    }

    @ParameterizedTest
    @EnumSource(ManifestFormat.class)
    void isGzipWithoutSayingSo(ManifestFormat format) {
        refused(
                ReadManifest.refusal(format, gzip(one(format))),
                Flaw.WRONG_ENCODING,
                null,
                "looks like gzip; announce that with Content-Encoding: gzip");
        refused(
                ReadManifest.refusal(format, "gzip", bytes(gzip(gzip(one(format))))),
                Flaw.WRONG_ENCODING,
                null,
                "compress it once");
    }

    @Test
    void saysToBeGzipAndIsNot() {
        refused(
                gzipped((HEADER + ROW).getBytes(StandardCharsets.UTF_8)),
                Flaw.WRONG_ENCODING,
                null,
                "is not gzip, although Content-Encoding says so");
    }

    @Test
    void isDamagedGzip() {
        byte[] good = gzip(HEADER + ROW.repeat(20));
        byte[] flipped = good.clone();
        flipped[good.length - 6] ^= 1;

        refused(gzipped(Arrays.copyOf(good, good.length - 4)), Flaw.WRONG_ENCODING, null, "it ends too early");
        refused(gzipped(Arrays.copyOf(good, 30)), Flaw.WRONG_ENCODING, null, "it ends too early");
        refused(gzipped(Arrays.copyOf(good, 5)), Flaw.WRONG_ENCODING, null, "it ends too early");
        refused(gzipped(flipped), Flaw.WRONG_ENCODING, null, "damaged gzip");
        refused(gzipped(good, new byte[] {1}), Flaw.WRONG_ENCODING, null, "what follows its end is not gzip");
        refused(gzipped(good, ROW.getBytes(StandardCharsets.UTF_8)), Flaw.WRONG_ENCODING, null, "what follows its end");
        refused(gzipped(good, Arrays.copyOf(good, 7)), Flaw.WRONG_ENCODING, null, "what follows its end");
    }

    @Test
    void mayBeGzipOfSeveralMembers() {
        assertThat(ReadManifest.rows(ManifestFormat.CSV, "X-GZIP", bytes(gzip(HEADER + ROW), gzip(ROW), gzip(ROW))))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 12, 40, 60})
    void thatWasCutOffByTheConnectionIsAnotherMatter(int more) {
        byte[] member = gzip(HEADER + ROW.repeat(20));
        byte[] sent = Arrays.copyOf(member, more == 0 ? member.length : Math.min(more, member.length - 1));

        assertThatThrownBy(() -> Manifest.announcedAs(ManifestFormat.CSV.mediaType(), "gzip", 100)
                        .read(new SequenceInputStream(bytes(sent), new Broken()), row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThatThrownBy(() -> Manifest.announcedAs(ManifestFormat.CSV.mediaType(), null, 100)
                        .read(
                                new SequenceInputStream(
                                        bytes((HEADER + ROW).substring(0, more).getBytes(StandardCharsets.UTF_8)),
                                        new Broken()),
                                row -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
        assertThatThrownBy(() -> Manifest.announcedAs(ManifestFormat.NDJSON.mediaType(), "identity", 100)
                        .read(
                                new SequenceInputStream(bytes(JSON.getBytes(StandardCharsets.UTF_8)), new Broken()),
                                r -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
    void hasAnEncodingThatNobodyDecodes(String encoding) {
        refused(
                ReadManifest.refusal(ManifestFormat.CSV, encoding, bytes()),
                Flaw.UNSUPPORTED_ENCODING,
                null,
                "Content-Encoding '" + encoding + "' is not accepted");
    }

    /** A connection that is lost. */
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("connection reset");
        }
    }
}
