package io.restoregateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.TestPorts;
import io.restoregateway.access.LocalIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Swagger UI's "Authorize": with a key, and with a token of an identity provider. */
@EnabledIf(
        value = "io.restoregateway.browser.InstalledPrograms#suffice",
        disabledReason = "the log says what is missing")
class AuthorizeTest {

    private static final String CALL = "listRestoreJobs";

    private static final Path PICTURES = Path.of("target/screenshots");

    @TempDir
    private Path profile;

    private final int port = TestPorts.free();

    private ConfigurableApplicationContext gateway(String... settings) {
        return new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .profiles("sandbox")
                .run(Stream.concat(
                                Stream.of(
                                        "server.port=" + port,
                                        "db-scheduler.enabled=false",
                                        "logging.level.root=ERROR"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    private void assertLetsIn(String credentials, String picture) throws IOException {
        try (Chromium chromium = Chromium.startedIn(profile)) {
            SwaggerUi page = SwaggerUi.opened(chromium, "http://127.0.0.1:" + port);
            assertThat(page.execute("listAuditEvents").status()).isEqualTo("401");

            page.authorize(credentials);

            assertThat(page.execute(CALL).status()).isEqualTo("200");
            chromium.takePicture(page.operation(CALL), PICTURES.resolve(picture));
        }
    }

    @Test
    void takesAKey() throws IOException {
        String key = "a-key-for-the-browser";
        try (ConfigurableApplicationContext gateway =
                gateway("gateway.access.mode=api-key", "gateway.access.api-key=" + key)) {
            assertThat(gateway.isRunning()).isTrue();
            assertLetsIn(key, "authorized-by-key.png");
        }
    }

    @Test
    void takesAToken() throws IOException {
        try (LocalIssuer issuer = new LocalIssuer();
                ConfigurableApplicationContext gateway = gateway(
                        "gateway.access.mode=oidc",
                        "gateway.access.oidc.issuer=" + issuer.url(),
                        "gateway.access.oidc.audience=restore-gateway")) {
            assertThat(gateway.isRunning()).isTrue();
            assertLetsIn(issuer.sign(issuer.claims("jane", "viewer")), "authorized-by-token.png");
        }
    }
}
