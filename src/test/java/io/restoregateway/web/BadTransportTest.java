package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import io.restoregateway.archive.Archive;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class BadTransportTest {

    private static final String RESTORE = "/api/v1/assets/restore";

    private static final String BODY =
            "{\"typeName\":\"T\",\"qualifiedName\":\"q\",\"guid\":\"e185209b-4b08-4e2f-acc7-35c47229f67f\"}";

    @Autowired
    private Gateway gateway;

    @Autowired
    private RestoreAssets restoreAssets;

    @Autowired
    private Tenant tenant;

    @Autowired
    private Archive archive;

    @AfterEach
    void nobodyWasAsked() {
        verifyNoInteractions(restoreAssets, tenant, archive);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/json;charset=ISO-8859-1",
                "application/problem+json",
                "nonsense"
            })
    void otherMediaTypesAreRefused(String mediaType) {
        gateway.send(gateway.to(RESTORE).header("Content-Type", mediaType).POST(BodyPublishers.ofString(BODY)))
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void noMediaTypeIsRefused() {
        gateway.send(gateway.to(RESTORE).POST(BodyPublishers.ofString(BODY))).isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/assets/restore, POST",
        "PUT, /api/v1/assets/restore-batch, POST",
        "DELETE, /api/v1/connections/restore, POST",
        "PATCH, /api/v1/connections/restore-batch, POST",
        "POST, /api/v1/archived-assets, GET",
        "DELETE, /api/v1/archived-assets/e185209b-4b08-4e2f-acc7-35c47229f67f, GET"
    })
    void otherMethodsAreRefusedWithThoseAllowed(String method, String path, String allowed) {
        Answer answer = gateway.send(gateway.to(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(BODY)))
                .isProblem(405, "METHOD_NOT_ALLOWED");

        assertThat(answer.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nothing",
                "/api/v2/assets/restore",
                "/api/v1/assets/restore/",
                "/API/v1/assets/restore",
                "/index.html",
                "/favicon.ico",
                "/problems/none"
            })
    void unknownPathsAreSaidToBeUnknown(String path) {
        gateway.get(path).isProblem(404, "NO_SUCH_PATH");
        if (!path.startsWith("/problems")) {
            gateway.post(path, BODY).isProblem(404, "NO_SUCH_PATH");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "validateOnly=yes, validateOnly",
        "validateOnly=TRUE, validateOnly",
        "validateOnly=1, validateOnly",
        "validateOnly=, validateOnly",
        "validateOnly, validateOnly",
        "validateonly=true, validateonly",
        "validate_only=true, validate_only",
        "dryRun=true, dryRun",
        "validateOnly=true&validateOnly=false, validateOnly",
        "validateOnly=true&x=1, x"
    })
    void aTypoInAParameterNeverWrites(String query, String parameter) {
        gateway.post(RESTORE + "?" + query, BODY)
                .isProblem(400, "INVALID_REQUEST")
                .blames("?" + parameter);
    }

    @Test
    void aNearParameterIsSuggested() {
        gateway.post(RESTORE + "?validateonly=true", BODY).says("did you mean 'validateOnly'?");
    }

    @Test
    void tooLargeBodiesAreRefusedByTheirLength() {
        Answer answer = gateway.post(RESTORE, new byte[10 * 1024 * 1024]).isProblem(413, "TOO_LARGE");

        assertThat(answer.body()).contains("8,388,608");
    }

    @Test
    void tooLargeBodiesAreRefusedWithoutALengthToo() {
        byte[] body = ("{\"typeName\":\"" + "x".repeat(10 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);

        gateway.send(gateway.to(RESTORE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .isProblem(413, "TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typeName", "qualifiedName", "guid", "name", "glossaryGuid"})
    void textsOfAMegabyteAreRefusedWithoutBeingRepeated(String property) {
        String body = "{\"" + property + "\":\"" + "é".repeat(1_000_000) + "\"}";

        Answer answer = gateway.post(RESTORE, body).isProblem(400, "INVALID_REQUEST");

        assertThat(answer.pointers()).contains("/" + property);
        assertThat(answer.body()).hasSizeLessThan(4_000);
    }

    @Test
    void namesOfAMegabyteAreRefusedWithoutBeingRepeated() {
        Answer answer =
                gateway.post(RESTORE, "{\"" + "n".repeat(40_000) + "\":1}").isProblem(400, "INVALID_REQUEST");
        assertThat(answer.body()).hasSizeLessThan(4_000);

        answer = gateway.post(RESTORE, "{\"" + "n".repeat(1_000_000) + "\":1}").isProblem(400, "INVALID_REQUEST");
        assertThat(answer.body()).hasSizeLessThan(4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"typeName\":[", "{\"guid\":"})
    void deepNestingIsRefused(String opening) {
        gateway.post(RESTORE, opening.repeat(100_000))
                .isProblem(400, "INVALID_REQUEST")
                .says("64 levels");
    }

    @Test
    void endlessListsAreRefused() {
        gateway.post("/api/v1/assets/restore-batch", "{\"assets\":[" + "{},".repeat(1_000_000) + "{}]}")
                .isProblem(400, "INVALID_REQUEST")
                .says("200,000 tokens");
    }

    @Test
    void hugeNumbersAreRefused() {
        gateway.post(RESTORE, "{\"guid\":" + "9".repeat(100_000) + "}").isProblem(400, "INVALID_REQUEST");
        gateway.post(RESTORE, "{\"guid\":1e999999999}")
                .isProblem(400, "INVALID_REQUEST")
                .says("must be a string, not a number");
    }

    @Test
    void otherEncodingsThanUtf8AreRefused() {
        gateway.post(RESTORE, BODY.getBytes(StandardCharsets.UTF_16)).isProblem(400, "INVALID_REQUEST");
        gateway.post(RESTORE, BODY.replace('q', 'ü').getBytes(StandardCharsets.ISO_8859_1))
                .isProblem(400, "INVALID_REQUEST")
                .says("UTF-8");
        gateway.post(RESTORE, new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})
                .isProblem(400, "INVALID_REQUEST")
                .says("UTF-8");
        gateway.post(RESTORE, new byte[] {'"', (byte) 0xC1, (byte) 0x81, '"'})
                .isProblem(400, "INVALID_REQUEST")
                .says("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/archived-assets/%zz HTTP/1.1",
                "GET /api/v1/archived-assets/%2e%2e%2f HTTP/1.1",
                "GET /api/v1//archived-assets HTTP/1.1",
                "GET /api/v1/archived-assets;x=1 HTTP/1.1",
                "GET /api/v1/archived-assets/%00 HTTP/1.1",
                "GET /api/v1/archived-assets/%ff HTTP/1.1",
                "GET /api/v1/archived-assets?name=%ff HTTP/1.1",
                "GET /api/v1/archived-assets?name=%c3 HTTP/1.1",
                "GET /api/v1/archived-assets?name=%zz HTTP/1.1",
                "GET /api/v1/archived-assets?name=%4 HTTP/1.1",
                "GET /api/v1/archived-assets?%00=1 HTTP/1.1",
                "GET /api/v1/archived-assets?name=a%00b HTTP/1.1",
                "GET /a\u0001b HTTP/1.1",
                "GET /a\"b<> HTTP/1.1",
                "GET\u0001 / HTTP/1.1",
                "nonsense",
            })
    void whatNoClientWouldSendIsRefused(String requestLine) throws IOException {
        String answer = gateway.raw(
                requestLine + "\r\nHost: localhost\r\nX-API-Key: " + GatewayTest.KEY + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "INVALID_REQUEST");
        assertThat(answer).contains("X-Request-Id: ").doesNotContain("<html", "Tomcat", "\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Z\r\n{}\r\n", "5\r\n{\"gui\r\nnot-a-length\r\n", "-1\r\n\r\n"})
    void bodiesThatBreakOffAreRefused(String chunks) throws IOException {
        String answer = gateway.raw("POST " + RESTORE + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + GatewayTest.KEY
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + chunks);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("INVALID_REQUEST");
        assertThat(answer).doesNotContain("<html", "\tat ", "Exception");
    }

    @Test
    void tooLargeHeadersAreRefused() throws IOException {
        String answer = gateway.raw("GET /api/v1/archived-assets HTTP/1.1\r\nHost: localhost\r\nX-Much: "
                + "x".repeat(20_000) + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        assertThat(answer).doesNotContain("<html", "Tomcat", "\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "BREW"})
    void methodsOfOtherWorldsAreRefused(String method) throws IOException {
        String answer = gateway.raw(method + " /api/v1/assets/restore HTTP/1.1\r\nHost: localhost\r\nX-API-Key: "
                + GatewayTest.KEY + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).containsPattern("^HTTP/1.1 (4..|501) ").contains("application/problem+json");
        assertThat(answer).doesNotContain("<html", "Tomcat", "\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "nonsense", "image/*;q=2", "", "application/json;q=0"})
    void problemsAreToldWhateverIsAccepted(String accept) {
        gateway.send(gateway.to(RESTORE)
                        .header("Content-Type", "application/json")
                        .header("Accept", accept)
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(400, "INVALID_REQUEST");
    }
}
