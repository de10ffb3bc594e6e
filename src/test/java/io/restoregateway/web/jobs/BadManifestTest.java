package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.restoregateway.web.jobs.ManifestException.Flaw;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** A manifest that cannot be read as a whole is refused with the reason, and the line where there is one. */
class BadManifestTest {

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

    private static InputStream bytes(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return new ByteArrayInputStream(all.toByteArray());
    }

    @ParameterizedTest
    @CsvSource({"CSV,''", "CSV,\uFEFF", "NDJSON,''", "NDJSON,\uFEFF", "NDJSON,'\n \t\r\n\n'"})
    void isEmpty(ManifestFormat format, String text) {
        refused(ReadManifest.refusal(format, text), Flaw.EMPTY, null, "the manifest ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typeName,qualifiedName,guid", HEADER, HEADER + "\r\n\n"})
    void isAHeaderOnly(String text) {
        refused(ReadManifest.refusal(ManifestFormat.CSV, text), Flaw.EMPTY, null, "the manifest has no rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "typeName,qualifiedname,guid       | names 'typeName', 'qualifiedname', 'guid'",
                "guid,typeName,qualifiedName       | names 'guid', 'typeName', 'qualifiedName'",
                "typeName,qualifiedName,guid,name  | names 'typeName', 'qualifiedName', 'guid', 'name'",
                "typeName,qualifiedName            | names 'typeName', 'qualifiedName'",
                "typeName, qualifiedName, guid     | names 'typeName', ' qualifiedName', ' guid'",
                "a,a,a,a,a,a,a,a,a,a,a,a           | 'a' and 2 more",
                "Table,q,e185209b                  | names 'Table', 'q', 'e185209b'",
                "``                                | but names nothing",
            })
    void hasAnotherHeader(String header, String found) {
        ManifestException refusal = ReadManifest.refusal(ManifestFormat.CSV, header + "\n" + ROW);

        refused(refusal, Flaw.WRONG_HEADER, 1L, found);
        assertThat(refusal).hasMessageStartingWith("line 1 must be the header typeName,qualifiedName,guid, but ");
    }

    @ParameterizedTest
    @CsvSource({
        "'typeName;qualifiedName;guid',semicolons",
        "'\"typeName\";\"qualifiedName\";\"guid\"',semicolons",
        "'typeName\tqualifiedName\tguid',tabs",
        "'typeName|qualifiedName|guid',vertical bars"
    })
    void hasAnotherDelimiter(String header, String word) {
        refused(
                ReadManifest.refusal(ManifestFormat.CSV, "\uFEFF" + header + "\r\nTable;q\r\n"),
                Flaw.WRONG_HEADER,
                1L,
                "line 1 separates the columns by " + word + "; they must be separated by commas");
    }

    @Test
    void mayHaveItsHeaderInQuotes() {
        assertThat(ReadManifest.rows(ManifestFormat.CSV, "\"typeName\",\"qualifiedName\",\"guid\"\r\n" + ROW))
                .containsExactly(ReadManifest.claimed(2, "Table", "q"));
    }

    @Test
    void hasAQuoteThatIsNotClosed() {
        refused(
                ReadManifest.refusal(ManifestFormat.CSV, HEADER + ROW + "Table,\"q," + ReadManifest.GUID + "\n" + ROW),
                Flaw.WRONG_QUOTES,
                3L,
                "line 3 begins a row with a quote that is not closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Table,\"q\"x,guid", "Table,\"q\" ,guid", "Table,\"q\"x"})
    void hasSomethingBehindAClosingQuote(String row) {
        refused(
                ReadManifest.refusal(ManifestFormat.CSV, HEADER + ROW + row),
                Flaw.WRONG_QUOTES,
                3L,
                "line 3 begins a row where something follows a closing quote; within quotes, a quote must be doubled");
    }

    @ParameterizedTest
    @EnumSource(ManifestFormat.class)
    void hasNulBytes(ManifestFormat format) {
        String text = one(format) + "\"a\r\nb\rc\0";

        refused(ReadManifest.refusal(format, text), Flaw.BINARY, text.startsWith("{") ? 4L : 5L, "holds a NUL byte");
    }

    @ParameterizedTest
    @EnumSource(ManifestFormat.class)
    void isNotUtf8(ManifestFormat format) {
        byte[] good = one(format).repeat(500).getBytes(StandardCharsets.UTF_8);
        long line = format == ManifestFormat.CSV ? 1_001 : 501;

        for (int[] malformed : new int[][] {{0xE4, ' '}, {0xED, 0xA0, 0x80}, {0xC0, 0x80}, {0xF0, 0x9F}}) {
            byte[] bad = new byte[malformed.length];
            Arrays.setAll(malformed, index -> bad[index] = (byte) malformed[index]);
            refused(
                    ReadManifest.refusal(format, null, bytes(good, bad)),
                    Flaw.NOT_UTF_8,
                    line,
                    "line " + line + " is not well-formed UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16,NOT_UTF_8,looks like UTF-16", "UTF-16LE,BINARY,line 1 holds a NUL byte"})
    void isUtf16(String charset, Flaw flaw, String message) {
        ManifestException refusal =
                ReadManifest.refusal(ManifestFormat.CSV, (HEADER + ROW).getBytes(Charset.forName(charset)));

        refused(refusal, flaw, flaw == Flaw.BINARY ? 1L : null, message);
    }

    @Test
    void isAWorkbook() {
        byte[] workbook = {'P', 'K', 3, 4, 20, 0, 6, 0};

        refused(ReadManifest.refusal(ManifestFormat.CSV, workbook), Flaw.BINARY, null, "a workbook (.xlsx)");
    }

    @ParameterizedTest
    @EnumSource(ManifestFormat.class)
    void hasTooManyRows(ManifestFormat format) {
        String row = format == ManifestFormat.CSV ? ROW : JSON;
        String beginning = format == ManifestFormat.CSV ? HEADER : "";

        assertThat(ReadManifest.rows(format, beginning + row.repeat(1_000) + "\n"))
                .hasSize(1_000);
        refused(
                ReadManifest.refusal(format, beginning + row.repeat(1_000) + "x\n"),
                Flaw.TOO_MANY_ROWS,
                null,
                "the manifest has more than 1,000 rows, the limit");
        refused(
                ReadManifest.refusal(format, beginning + row.repeat(900) + "\n".repeat(100) + row),
                Flaw.TOO_MANY_ROWS,
                null,
                "1,000");
        refused(ReadManifest.refusal(format, beginning + "\n".repeat(1_001)), Flaw.TOO_MANY_ROWS, null, "1,000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "text/csv;charset=ISO-8859-1", "text/*"})
    void hasAnotherMediaType(String type) {
        refused(
                catchThrowableOfType(
                        ManifestException.class, () -> Manifest.announcedAs(MediaType.parseMediaType(type), null, 1)),
                Flaw.UNSUPPORTED_MEDIA_TYPE,
                null,
                "Content-Type " + type + " is not accepted; send the manifest as text/csv or application/x-ndjson");
    }
}
