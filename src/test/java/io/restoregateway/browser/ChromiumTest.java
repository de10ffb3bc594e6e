package io.restoregateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** That a page which does what it should not is found out: else Swagger UI's silence would prove nothing. */
@EnabledIf(
        value = "io.restoregateway.browser.InstalledPrograms#suffice",
        disabledReason = "the log says what is missing")
class ChromiumTest {

    private static final String PAGE = """
            <!doctype html>
            <title>A page that misbehaves</title>
            <link rel="icon" href="data:,">
            <img src="/missing.png" alt="">
            <script>
              console.error("said so");
              fetch("http://elsewhere.example/").catch(() => document.body.classList.add("done"));
              setTimeout(() => { throw new Error("thrown"); });
            </script>
            """;

    @TempDir
    private Path profile;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean found = "/".equals(exchange.getRequestURI().getPath());
            byte[] body = found ? PAGE.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.sendResponseHeaders(found ? 200 : 404, found ? body.length : -1);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void hearsWhatAPageShouldNotDo() {
        String home = "http://127.0.0.1:" + server.getAddress().getPort();
        try (Chromium chromium = Chromium.startedIn(profile)) {
            chromium.open(home + "/");
            chromium.await("the end", page -> !chromium.all("body.done").isEmpty());

            PageLog heard = chromium.heard();

            assertThat(heard.complaints()).anyMatch(line -> line.contains("said so"));
            assertThat(heard.complaints()).anyMatch(line -> line.contains("Uncaught Error: thrown"));
            assertThat(heard.asked())
                    .containsExactlyInAnyOrder(home + "/", home + "/missing.png", "http://elsewhere.example/");
            assertThat(heard.failed())
                    .containsExactlyInAnyOrder(
                            "404 " + home + "/missing.png", "net::ERR_NAME_NOT_RESOLVED http://elsewhere.example/");
        }
    }
}
