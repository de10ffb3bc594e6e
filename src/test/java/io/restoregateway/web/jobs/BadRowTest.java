package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.web.jobs.ManifestRow.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a row is told with its line, all at once, and the rows around it are read. */
class BadRowTest {

    private static final String HEADER = "typeName,qualifiedName,guid\n";

    private static final String GOOD_CSV = "Table,q," + ReadManifest.GUID + "\n";

    private static final String GOOD_JSON =
            "{'typeName':'Table','qualifiedName':'q','guid':'@'}\n".replace("@", ReadManifest.GUID);

    private static final String FORM = "typeName: must match [A-Za-z_][A-Za-z0-9_]{0,127}";

    private static Malformed csv(String row) {
        List<ManifestRow> rows = ReadManifest.rows(
                ManifestFormat.CSV, HEADER + GOOD_CSV + row.replace("@", ReadManifest.GUID) + "\r\n" + GOOD_CSV);
        return onlyTheSecond(rows, 3, ReadManifest.claimed(rows.getLast().line(), "Table", "q"));
    }

    private static Malformed ndjson(String row) {
        String text = GOOD_JSON + row.replace("@", ReadManifest.GUID) + "\n" + GOOD_JSON;
        List<ManifestRow> rows = ReadManifest.rows(ManifestFormat.NDJSON, text.replace('\'', '"'));
        return onlyTheSecond(rows, 2, ReadManifest.claimed(3, "Table", "q"));
    }

    private static Malformed onlyTheSecond(List<ManifestRow> rows, long line, ManifestRow last) {
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).isInstanceOf(ManifestRow.Claimed.class);
        assertThat(rows.getLast()).isEqualTo(last);
        assertThat(rows.get(1).line()).isEqualTo(line);
        assertThat(rows.get(1)).isInstanceOf(Malformed.class);
        return (Malformed) rows.get(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Table,q                | has 2 columns, not 3; a text with a comma, a quote or a line break must stand in quotes",
                "Table                  | has 1 column, not 3; a text with a comma, a quote or a line break must stand in quotes",
                "Table,a,b,@            | has 4 columns, not 3; a text with a comma, a quote or a line break must stand in quotes",
                "Table,q,E185209B-4B08-4E2F-ACC7-35C47229F67F | guid: must be a UUID of 36 lower-case characters, here e185209b-4b08-4e2f-acc7-35c47229f67f",
                "Table,q, @             | guid: must be a UUID of 36 lower-case characters, here e185209b-4b08-4e2f-acc7-35c47229f67f",
                "Table,q,17             | guid: must be a UUID of 36 lower-case characters",
                "Table,q,-1             | guid: must be the asset's own guid, not a placeholder: find it with GET /api/v1/archived-assets, or use POST /api/v1/assets/restore-by-qualified-name",
                "Table ,q,@             | typeName: must match [A-Za-z_][A-Za-z0-9_]{0,127}",
                "Table,,@               | qualifiedName: must not be empty",
                "Table,a\"b,@            | has a quote in a text without quotes around it; put them, and double the quote",
                "` `                    | has 1 column, not 3; a text with a comma, a quote or a line break must stand in quotes",
            })
    void ofCsv(String row, String problem) {
        assertThat(csv(row).problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'typeName':'Table','qualifiedName':'q'}                          | guid: is required",
                "{'typeName':'Table','qualifiedName':null,'guid':'@'}              | qualifiedName: is required",
                "{'typeName':'Table','qualifiedName':'q','guid':5}                 | guid: must be a string, not a number",
                "{'typeName':'Table','qualifiedName':'q','guid':'@','name':'x'}    | name: unknown property 'name'",
                "{'typeName':'Table','qualifiedName':'q','guid':'@','guid':'@'}    | guid: is given twice",
                "{'typeName':'Table','qualifiedName':'a\\u0000b','guid':'@'}       | qualifiedName: must not contain the NUL character",
                "{'typeName':'Table','qualifiedName':'a\\ud800b','guid':'@'}       | qualifiedName: must not contain a lone surrogate",
                "[]                                                                | must be an object, not a list",
                "'x'                                                               | must be an object, not a string",
                "{'typeName':'Table','qualifiedName':'q','guid':'@'} {}            | goes on after its end, at column 88",
            })
    void ofNdjson(String row, String problem) {
        assertThat(ndjson(row).problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'typeName':'Table',        | typeName: malformed JSON at column 21: Unexpected end-of-input within/between Object entries",
                "{typeName:'Table'}          | malformed JSON at column 2: Unexpected character",
                "typeName,qualifiedName,guid | malformed JSON at column 1: Unrecognized token",
            })
    void thatIsNoJsonNamesItsColumn(String row, String beginning) {
        assertThat(ndjson(row).problems()).singleElement().asString().startsWith(beginning);
        assertThat(ndjson(row).problems().getFirst()).doesNotContain("line");
    }

    @Test
    void isToldAllItsProblemsAtOnce() {
        assertThat(csv("1a,,x").problems())
                .containsExactly(
                        FORM, "qualifiedName: must not be empty", "guid: must be a UUID of 36 lower-case characters");
        assertThat(ndjson("{'typename':'Table','qualifiedName':''}").problems())
                .containsExactly(
                        "typename: unknown property 'typename'; did you mean 'typeName'?",
                        "typeName: is required",
                        "qualifiedName: must not be empty",
                        "guid: is required");
    }

    @Test
    void isTrimmedNowhere() {
        assertThat(csv("\"Table\",\" q\t\", @").qualifiedName()).isEqualTo(" q\t");
        assertThat(csv(" Table,q,@").problems()).containsExactly(FORM);
    }

    @Test
    void keepsWhatItGives() {
        assertThat(csv("Table,q"))
                .isEqualTo(new Malformed(3, "Table", "q", null, csv("Table,q").problems()));
        assertThat(ndjson("{'typeName':'','qualifiedName':'a\\u0000\\ud800b','guid':7}"))
                .extracting(Malformed::typeName, Malformed::qualifiedName, Malformed::guid)
                .containsExactly("", "a\uFFFD\uFFFDb", null);
    }

    @Test
    void isCutWhereItIsLong() {
        Malformed row = csv("T".repeat(200) + "," + "😀".repeat(10_001) + "," + "f".repeat(500));

        assertThat(row.problems()).contains("qualifiedName: must have at most 10,000 characters");
        assertThat(row.typeName()).hasSize(128);
        assertThat(row.qualifiedName()).isEqualTo("😀".repeat(10_000));
        assertThat(row.guid()).hasSize(100);
    }

    @Test
    void namesTheLineOnWhichItBegins() {
        String text = HEADER + "Table,\"a\nb\r\nc\rd\"," + ReadManifest.GUID + "\nTable,\"x\ny\",bad\nTable,q,bad\n";

        assertThat(ReadManifest.rows(ManifestFormat.CSV, text))
                .extracting(ManifestRow::line)
                .containsExactly(2L, 6L, 8L);
    }

    @ParameterizedTest
    @CsvSource({"CSV", "NDJSON"})
    void isOneThatIsEmptyUnlessNothingFollows(ManifestFormat format) {
        String good = format == ManifestFormat.CSV ? GOOD_CSV : GOOD_JSON.replace('\'', '"');
        String text = (format == ManifestFormat.CSV ? HEADER : "") + good + "\n\r\n" + good + "\n\r\n\n";

        List<ManifestRow> rows = ReadManifest.rows(format, text);

        assertThat(rows).hasSize(4);
        assertThat(rows.subList(1, 3))
                .allSatisfy(row -> assertThat(((Malformed) row).problems()).containsExactly("the line is empty"))
                .extracting(row -> row.line() - rows.getFirst().line())
                .containsExactly(1L, 2L);
    }
}
