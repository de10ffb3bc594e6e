package io.restoregateway.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ManifestOrderTest extends JobCallsTestCase {

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void csvAndNdjsonAreTakenWithTheirOptions() {
        JsonNode job = post(
                        PATH + "?name=n&maxFailures=3&maxFailureRate=0.25&includeTerms=true", "text/csv", HEADER + ROW)
                .is(202)
                .json();
        assertThat(job.path("source").asString()).isEqualTo("CSV");
        assertThat(job.path("name").asString()).isEqualTo("n");
        assertThat(job.at("/options/maxFailures").asLong()).isEqualTo(3);
        assertThat(job.at("/options/maxFailureRate").asDouble()).isEqualTo(0.25);
        assertThat(job.at("/options/includeTerms").asBoolean()).isTrue();
        assertThat(get(job.at("/links/items").asString())
                        .json()
                        .at("/items/0/line")
                        .asLong())
                .isEqualTo(2);

        assertThat(post(PATH, "application/x-ndjson; charset=UTF-8", ASSET + "\n")
                        .is(202)
                        .json()
                        .path("source")
                        .asString())
                .isEqualTo("NDJSON");
    }

    @Test
    void gzipIsTaken() throws IOException {
        send(to(PATH).header("Content-Type", "text/csv")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(gzip(HEADER + ROW))))
                .is(202);
    }

    @Test
    void gzipAnnouncedAndNotSentIsTold() {
        post(PATH, "text/csv", HEADER + ROW, "Content-Encoding", "gzip")
                .isProblem(400, "INVALID_REQUEST")
                .says("not gzip");
        assertThat(jobs.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "typeName,qualifiedName,guid\r\n",
                "guid,typeName,qualifiedName\r\nx,y,z\r\n",
                "typeName;qualifiedName;guid\r\na;b;c\r\n",
                "PK\u0003\u0004",
                "typeName,qualifiedName,guid\na,\u0000b,c\n"
            })
    void whatIsNoManifestIsRefusedAsAWhole(String body) {
        csv(body).isProblem(400, "INVALID_REQUEST");
        assertThat(jobs.count()).isZero();
    }

    @Test
    void badLinesAreToldByTheirNumbers() {
        Answer answer =
                csv(HEADER + ROW + "Table,q,nonsense\r\n" + ROW + "Table,q\r\n").isProblem(400, "INVALID_REQUEST");

        assertThat(answer.places()).containsExactly("line 3", "line 5");
        answer.says("line 3: guid: ").says("2 lines are malformed");
        assertThat(jobs.count()).isZero();
        post(PATH + "?skipInvalid=true", "text/csv", HEADER + ROW + "Table,q\r\n")
                .is(202);
    }

    @Test
    void theFirstThousandBadLinesAreTold() {
        String bad = IntStream.range(0, 1_500).mapToObj(line -> "x\r\n").collect(Collectors.joining());

        assertThat(csv(HEADER + bad)
                        .isProblem(400, "INVALID_REQUEST")
                        .says("1,500")
                        .places())
                .hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource({
        "validateOnly=yes, validateOnly",
        "skipInvalid=, skipInvalid",
        "maxFailures=-1, maxFailures",
        "maxFailures=x, maxFailures",
        "maxFailureRate=-0.1, maxFailureRate",
        "maxFailureRate=1.5, maxFailureRate",
        "maxFailureRate=NaN, maxFailureRate",
        "name=%20, name",
        "validateonly=true, validateonly",
        "name=a&name=b, name"
    })
    void malformedOptionsAreRefused(String query, String parameter) {
        assertThat(post(PATH + "?" + query, "text/csv", HEADER + ROW)
                        .isProblem(400, "INVALID_REQUEST")
                        .places())
                .containsExactly("?" + parameter);
        assertThat(jobs.rowsTaken).hasValue(0);
    }

    @Test
    void tooManyRowsAreRefused() {
        jobs.forgetful = true;
        csv(HEADER + ("T,q," + GUID + "\n").repeat(1_000_001))
                .isProblem(422, "TOO_MANY_ASSETS")
                .says("1,000,000");
        assertThat(jobs.count()).isZero();
    }

    @Test
    void tooManyBytesAreRefusedWithAndWithoutALength() {
        jobs.forgetful = true;
        String row = "T," + "q".repeat(9_900) + "," + GUID + "\n";
        String large = HEADER + row.repeat(5_400);

        csv(large).isProblem(413, "TOO_LARGE").says("52,428,800");
        send(to(PATH).header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))))
                .isProblem(413, "TOO_LARGE");
    }

    @Test
    void whatIsSmallOnlyWhileCompressedIsRefused() throws IOException {
        jobs.forgetful = true;
        byte[] bomb = gzip(HEADER + ("T," + "q".repeat(9_900) + "," + GUID + "\n").repeat(5_400));

        assertThat(bomb).hasSizeLessThan(1_000_000);
        send(to(PATH).header("Content-Type", "text/csv")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(bomb)))
                .isProblem(413, "TOO_LARGE");
    }

    @Test
    void rowsAreTakenBeforeTheManifestHasEnded() throws IOException {
        jobs.forgetful = true;
        byte[] rows = ROW.repeat(1_000).getBytes(StandardCharsets.UTF_8);
        InputStream waitsForRows = new InputStream() {
            @Override
            public int read() {
                await().until(() -> jobs.rowsTaken.get() > 0);
                return -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return read();
            }
        };

        send(to(PATH).header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofInputStream(() ->
                                new SequenceInputStream(Collections.enumeration(java.util.List.of(
                                        new ByteArrayInputStream(HEADER.getBytes(StandardCharsets.UTF_8)),
                                        new ByteArrayInputStream(rows),
                                        waitsForRows))))))
                .is(202);
    }

    @Test
    void nothingRemainsWhenTheConnectionIsLost() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String head = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + KEY
                    + "\r\nContent-Type: text/csv\r\nContent-Length: 1000000\r\n\r\n" + HEADER + ROW.repeat(1_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            await().until(() -> jobs.rowsTaken.get() > 0);
            assertThat(jobs.open).hasSize(1);
        }

        await().until(jobs.open::isEmpty);
        assertThat(jobs.count()).isZero();
    }
}
