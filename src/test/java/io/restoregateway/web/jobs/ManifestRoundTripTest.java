package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.AssetIdentity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Whatever an identity is made of, it comes out of a manifest as it went in. */
class ManifestRoundTripTest {

    private static final long SEED = 20_261_124;

    private static final int MANIFESTS = 1_000;

    private static final JsonMapper PLAIN = JsonMapper.builder().build();

    private static final JsonMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Test
    void csv() throws IOException {
        everyManifestComesBack(ManifestFormat.CSV, ManifestRoundTripTest::csv);
    }

    @Test
    void ndjson() throws IOException {
        everyManifestComesBack(ManifestFormat.NDJSON, ManifestRoundTripTest::ndjson);
    }

    private static void everyManifestComesBack(
            ManifestFormat format, BiFunction<List<AssetIdentity>, RandomIdentities, String> write) throws IOException {
        for (int number = 0; number < MANIFESTS; number++) {
            long seed = SEED + number;
            RandomIdentities random = new RandomIdentities(seed);
            List<AssetIdentity> identities = random.some(20);
            String text = (random.coin() ? "\uFEFF" : "") + write.apply(identities, random);
            boolean gzip = random.coin();

            List<ManifestRow> rows = ReadManifest.rows(format, gzip ? "gzip" : null, body(text, gzip, random.coin()));

            assertThat(rows)
                    .as("seed %d:%n%s", seed, text)
                    .extracting(row -> row instanceof ManifestRow.Claimed claimed ? claimed.asset() : row)
                    .containsExactlyElementsOf(identities);
        }
    }

    private static InputStream body(String text, boolean gzip, boolean slow) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : bytes) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        InputStream body = new ByteArrayInputStream(bytes.toByteArray());
        return slow ? new OneByteAtATime(body) : body;
    }

    private static String csv(List<AssetIdentity> identities, RandomIdentities random) {
        String lineEnd = random.coin() ? "\r\n" : "\n";
        String rows = identities.stream()
                .map(asset -> String.join(
                        ",",
                        random.coin()
                                ? quoted(asset.typeName().value())
                                : asset.typeName().value(),
                        quoted(asset.qualifiedName().value()),
                        asset.guid().value()))
                .collect(Collectors.joining(lineEnd));
        return "typeName,qualifiedName,guid" + lineEnd + rows + (random.coin() ? lineEnd : "");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String ndjson(List<AssetIdentity> identities, RandomIdentities random) {
        JsonMapper mapper = random.coin() ? PLAIN : ESCAPED;
        String lineEnd = random.coin() ? "\r\n" : "\n";
        return identities.stream()
                .map(asset -> mapper.writeValueAsString(Map.of(
                        "typeName", asset.typeName().value(),
                        "qualifiedName", asset.qualifiedName().value(),
                        "guid", asset.guid().value())))
                .collect(Collectors.joining(lineEnd, "", random.coin() ? lineEnd : ""));
    }

    /** A body that comes in byte by byte, as over a bad line: every boundary falls everywhere. */
    private static final class OneByteAtATime extends FilterInputStream {

        private OneByteAtATime(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return super.read(buffer, offset, Math.min(1, length));
        }
    }
}
