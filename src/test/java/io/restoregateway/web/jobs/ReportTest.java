package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.restoregateway.restore.AssetIdentity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final long SEED = 20_261_124;

    private static final String HEADER =
            "row,typeName,qualifiedName,guid,outcome,code,message,warnings,duplicateOf,by,at\r\n";

    private static final ReportRow RESTORED = new ReportRow(
            1,
            "Table",
            "db/ORDERS",
            ReadManifest.GUID,
            "RESTORED",
            null,
            "Restored, with \"warnings\"",
            List.of("TAGS_MAY_BE_LOST", "LINEAGE_STAYS_AWAY"),
            null,
            "kim",
            Instant.parse("2026-11-24T10:00:00Z"));

    private static final ReportRow REPEATED =
            new ReportRow(2, null, null, null, "REFUSED", "DUPLICATE_GUID", null, List.of(), 1L, null, null);

    private static ReportRow about(String qualifiedName) {
        return new ReportRow(
                7,
                "Table",
                qualifiedName,
                ReadManifest.GUID,
                "REFUSED",
                null,
                qualifiedName,
                List.of(),
                null,
                qualifiedName,
                null);
    }

    private static String written(ReportFormat format, ReportRow... rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportWriter report = ReportWriter.to(out, format)) {
            for (ReportRow row : rows) {
                report.write(row);
            }
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> cells(ReportRow row) {
        List<CsvRecord> records = parsed(written(ReportFormat.CSV, row));
        assertThat(records).hasSize(2);
        return records.getLast().getFields();
    }

    private static List<CsvRecord> parsed(String csv) {
        return CsvReader.builder().ofCsvRecord(csv).stream().toList();
    }

    private static String qualifiedName(ReportRow row) {
        return cells(row).get(2);
    }

    @Test
    void inCsvHasAHeaderAndOneLineForEachRow() {
        assertThat(written(ReportFormat.CSV, RESTORED, REPEATED))
                .isEqualTo(HEADER
                        + "1,Table,db/ORDERS," + ReadManifest.GUID
                        + ",RESTORED,,\"Restored, with \"\"warnings\"\"\",TAGS_MAY_BE_LOST LINEAGE_STAYS_AWAY,,kim,2026-11-24T10:00:00Z\r\n"
                        + "2,,,,REFUSED,DUPLICATE_GUID,,,1,,\r\n");
    }

    @Test
    void inNdjsonHasOneObjectForEachRow() {
        assertThat(written(ReportFormat.NDJSON, RESTORED, REPEATED))
                .isEqualTo(
                        "{\"row\":1,\"typeName\":\"Table\",\"qualifiedName\":\"db/ORDERS\",\"guid\":\""
                                + ReadManifest.GUID
                                + "\",\"outcome\":\"RESTORED\",\"message\":\"Restored, with \\\"warnings\\\"\",\"warnings\":[\"TAGS_MAY_BE_LOST\",\"LINEAGE_STAYS_AWAY\"],\"by\":\"kim\",\"at\":\"2026-11-24T10:00:00Z\"}\n"
                                + "{\"row\":2,\"outcome\":\"REFUSED\",\"code\":\"DUPLICATE_GUID\",\"warnings\":[],\"duplicateOf\":1}\n");
    }

    @Test
    void ofNothingIsAHeader() {
        assertThat(written(ReportFormat.CSV)).isEqualTo(HEADER);
        assertThat(written(ReportFormat.NDJSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\tx",
                "\rx",
                "\nx",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201",
                " =1",
                "\u00A0=1",
                "\uFEFF=1",
                "\u200B@x",
                "\u0001-1",
                "\u3000+1",
                "'x",
                "'=1",
                "=\"a\",b\n"
            })
    void inCsvIsNoFormulaAnywhere(String text) {
        List<String> cells = cells(about(text));

        assertThat(List.of(cells.get(2), cells.get(6), cells.get(9))).containsOnly("'" + text);
    }

    @Test
    void inCsvNeutralisesEveryText() {
        ReportRow row = new ReportRow(1, "=t", "=q", "-g", "=o", "=c", "=m", List.of("=w"), 5L, "=b", null);

        assertThat(cells(row)).containsExactly("1", "'=t", "'=q", "'-g", "'=o", "'=c", "'=m", "'=w", "5", "'=b", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=1", "1-1", "a@b", " x ", "a\tb", "#x", "\"=1\"", "/=", "日本", "😀", "e\u0301", "a\r\nb", "a'b"
            })
    void inCsvLeavesOtherTextsAlone(String text) {
        assertThat(qualifiedName(about(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "'x", "\tx", "\uFF1D1", "a\u2028b\r\n", "😀"})
    void inNdjsonLeavesEveryTextAlone(String text) {
        JsonNode row = JsonMapper.shared().readTree(written(ReportFormat.NDJSON, about(text)));

        assertThat(row.get("qualifiedName").stringValue()).isEqualTo(text);
        assertThat(written(ReportFormat.NDJSON, about(text)).lines()).hasSize(1);
    }

    @Test
    void isNotEndedByALoneSurrogate() {
        assertThat(qualifiedName(about("a\uD800b"))).isEqualTo("a\uFFFDb");
        assertThat(written(ReportFormat.NDJSON, about("a\uDC00b"), RESTORED)).contains("a\uFFFDb", "ORDERS");
    }

    @Test
    void givesEveryIdentityBack() {
        for (long seed = SEED; seed < SEED + 500; seed++) {
            List<AssetIdentity> identities = new RandomIdentities(seed).some(20);
            ReportRow[] rows = identities.stream()
                    .map(asset -> new ReportRow(
                            1,
                            asset.typeName().value(),
                            asset.qualifiedName().value(),
                            asset.guid().value(),
                            "RESTORED",
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            null))
                    .toArray(ReportRow[]::new);

            assertThat(fromCsv(written(ReportFormat.CSV, rows)))
                    .as("seed %d", seed)
                    .isEqualTo(identities);
            assertThat(fromNdjson(written(ReportFormat.NDJSON, rows)))
                    .as("seed %d", seed)
                    .isEqualTo(identities);
        }
    }

    /** As the report says how: one apostrophe is taken off a cell that begins with one, and the columns make a manifest. */
    private static List<AssetIdentity> fromCsv(String report) {
        StringBuilder manifest = new StringBuilder("typeName,qualifiedName,guid\r\n");
        parsed(report).stream()
                .skip(1)
                .forEach(row -> manifest.append(
                        String.join(
                                        ",",
                                        Stream.of(1, 2, 3)
                                                .map(row::getField)
                                                .map(ReportTest::quoted)
                                                .toList()) + "\r\n"));
        return claims(ManifestFormat.CSV, manifest.toString());
    }

    private static String quoted(String cell) {
        String text = cell.startsWith("'") ? cell.substring(1) : cell;
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<AssetIdentity> fromNdjson(String report) {
        List<String> lines = new ArrayList<>();
        report.lines().forEach(line -> {
            JsonNode row = JsonMapper.shared().readTree(line);
            lines.add("{\"typeName\":%s,\"qualifiedName\":%s,\"guid\":%s}"
                    .formatted(row.get("typeName"), row.get("qualifiedName"), row.get("guid")));
        });
        return claims(ManifestFormat.NDJSON, String.join("\n", lines));
    }

    private static List<AssetIdentity> claims(ManifestFormat format, String manifest) {
        return ReadManifest.rows(format, manifest).stream()
                .map(row -> ((ManifestRow.Claimed) row).asset())
                .toList();
    }
}
