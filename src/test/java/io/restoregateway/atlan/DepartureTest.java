package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.restore.RestorableAssetFixtures.anyVerifiedAsset;
import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.Catalog;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.RestoreAnswer;
import io.restoregateway.restore.RestoreAnswer.Committed;
import io.restoregateway.restore.RestoreAnswer.NeverSent;
import io.restoregateway.restore.RestoreAnswer.Unanswered;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.resources.ConnectionProvider;

class DepartureTest {

    private static final Guid A = guid(1);

    @RegisterExtension
    final PlayedTenant tenant = PlayedTenant.whoseClientIsImpatient();

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1", "https://no-such-host.invalid", "https://localhost:1"})
    void knowsThatAWriteToNobodyNeverLeft(String url) {
        assertThat(restore(new AtlanTenant(tenant.lineTo(url), 300).reserve(1))).isInstanceOf(NeverSent.class);
    }

    @Test
    void knowsThatAWriteThatFoundNoFreeConnectionNeverLeft() throws Exception {
        ConnectionProvider one = ConnectionProvider.builder("one")
                .maxConnections(1)
                .pendingAcquireTimeout(Duration.ofMillis(10))
                .build();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            AtlanTenant narrow = new AtlanTenant(tenant.lineTo("http://localhost:" + server.getLocalPort(), one), 300);
            executor.execute(() -> restore(narrow.reserve(1)));
            try (Socket occupied = server.accept()) {
                assertThat(occupied.getInputStream().read()).isEqualTo('P');
                assertThat(restore(narrow.reserve(1))).isInstanceOf(NeverSent.class);
            }
        }
        one.dispose();
    }

    @Test
    void keepsTheInterruptionAndDecidesWhetherTheWriteLeft() {
        tenant.alwaysAnswers(recorded("restore-three").withFixedDelay(200));
        Thread.currentThread().interrupt();

        RestoreAnswer answer = restore(tenant.catalog());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(answer).isInstanceOfAny(NeverSent.class, Unanswered.class);
    }

    @Test
    void doesNotWriteTwiceOnAConnectionThatTheServerClosed() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        // With a second connection at hand, the second write might not meet the closed one.
        ConnectionProvider one =
                ConnectionProvider.builder("one").maxConnections(1).build();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            executor.execute(() -> answerOncePerConnection(server, requests));
            Catalog catalog =
                    new AtlanTenant(tenant.lineTo("http://localhost:" + server.getLocalPort(), one), 300).reserve(4);

            assertThat(restore(catalog)).isInstanceOf(Committed.class);
            assertThat(restore(catalog)).isInstanceOf(Unanswered.class);
        }
        one.dispose();
        assertThat(requests).hasValue(2);
    }

    /** Answers the first request of a connection, keeps it open, and drops it without a word upon the second. */
    private static void answerOncePerConnection(ServerSocket server, AtomicInteger requests) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.setSoTimeout(30_000);
                readRequest(socket.getInputStream());
                requests.incrementAndGet();
                String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                readRequest(socket.getInputStream());
                requests.incrementAndGet();
                socket.setSoLinger(true, 0);
            } catch (IOException _) {
                // the client or the test closed it
            }
        }
    }

    private static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.append((char) next);
        }
        String length = head.toString().toLowerCase(Locale.ROOT).replaceAll("(?s).*content-length: (\\d+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }

    private static RestoreAnswer restore(Catalog catalog) {
        return catalog.restore(List.of(anyVerifiedAsset(A)));
    }
}
