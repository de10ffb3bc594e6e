package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.archive.Archive;
import io.restoregateway.restore.Pause;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What stands before the whole gateway: limits, origins, addresses, keys in a file that changes. On Kubernetes, where Boot differs. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gateway.atlan.base-url=https://acme.atlan.com",
            "gateway.atlan.api-key=not-used",
            "db-scheduler.enabled=false",
            "gateway.access.keys-refresh=1s",
            "gateway.access.requests-per-second=5",
            "spring.main.cloud-platform=kubernetes",
            "spring.config.import=file:target/keys-of-guarded-test.yaml"
        })
@MockitoBean(types = {RestoreAssets.class, Archive.class, Tenant.class, Pause.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardedTest {

    private static final String SEARCH = "/api/v1/archived-assets?limit=0";

    private static final Path KEYS = Path.of("target/keys-of-guarded-test.yaml");

    static {
        try {
            write(entry("busy"), entry("other"), entry("near", "127.0.0.0/8", "::1"), entry("far", "192.0.2.0/24"));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @LocalServerPort
    private int port;

    private static void write(String... entries) throws IOException {
        Files.writeString(KEYS, "gateway.access.keys:\n" + String.join("", entries));
    }

    private static String entry(String name, String... addresses) {
        return "  - {name: %s, hash: '%s', roles: [viewer]%s}\n"
                .formatted(
                        name,
                        KeyHash.of(keyOf(name)).text(),
                        addresses.length == 0 ? "" : ", addresses: ['" + String.join("', '", addresses) + "']");
    }

    private static String keyOf(String name) {
        return name + "-0123456789-0123456789-0123456789";
    }

    private HttpResponse<String> search(String name, String... headers) {
        String[] all = Stream.concat(Stream.of("X-API-Key", keyOf(name)), Arrays.stream(headers))
                .toArray(String[]::new);
        return new Calls(port).get(SEARCH, all);
    }

    @Test
    void aCallerWhoCallsTooOftenIsToldSoAndOthersAreNot() {
        List<HttpResponse<String>> answers =
                IntStream.range(0, 50).mapToObj(turn -> search("busy")).toList();

        HttpResponse<String> refused = answers.stream()
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.body()).contains("\"code\":\"TOO_MANY_REQUESTS\"", "may make 5 calls a second");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(search("other").statusCode()).isEqualTo(400);
    }

    /** Last, since it uses up what strangers may ask at this address. */
    @Test
    @Order(Integer.MAX_VALUE)
    void whoGuessesKeysIsSlowedDownAndWhoIsKnownAtThatAddressIsNot() {
        List<HttpResponse<String>> answers =
                IntStream.range(0, 50).mapToObj(turn -> search("guess-" + turn)).toList();

        assertThat(answers)
                .extracting(HttpResponse::statusCode)
                .contains(401, 429)
                .containsOnly(401, 429);
        assertThat(search("near").statusCode()).isEqualTo(400);
    }

    @Test
    void anAddressIsThatOfTheConnectionWhateverAHeaderSays() {
        assertThat(search("near", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(400);
        assertThat(search("far", "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(401);
    }

    @Test
    void aPageOfAnotherSiteChangesNothing() {
        HttpResponse<String> refused = new Calls(port)
                .post(
                        "/api/v1/restore-jobs",
                        "{}",
                        "application/json",
                        "X-API-Key",
                        keyOf("near"),
                        "Sec-Fetch-Site",
                        "cross-site");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("FORBIDDEN", "Pages of other sites may not have a browser make this call");
    }

    @Test
    void aChangedFileCountsWhileTheGatewayRuns() throws IOException {
        assertThat(search("late").statusCode()).isEqualTo(401);

        write(
                entry("busy"),
                entry("other"),
                entry("near", "127.0.0.0/8", "::1"),
                entry("far", "192.0.2.0/24"),
                entry("late"));

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (search("late").statusCode() != 400) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    /** A form of a stranger would else be read to its end, however large, before anybody is asked who they are. */
    @Test
    void noBodyOfAStrangerIsRead() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("PUT /api/v1/restore-jobs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n"
                                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=b")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[12];

            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length))
                    .isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 401");
        }
    }
}
