package io.restoregateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A whole gateway whose database is not there. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseFailureTest {

    private static Throwable start(String url) {
        return catchThrowable(() -> new SpringApplicationBuilder(RestoreGatewayApplication.class)
                .run(
                        "--spring.main.banner-mode=off",
                        "--server.port=0",
                        "--gateway.atlan.base-url=https://acme.atlan.com",
                        "--gateway.atlan.api-key=not-used",
                        "--gateway.access.mode=open",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=gateway",
                        "--spring.datasource.password=not-to-be-told",
                        "--spring.datasource.hikari.connection-timeout=500",
                        "--spring.flyway.connect-retries=0"));
    }

    @Test
    void isToldInOneSentenceThatNamesTheSettings(CapturedOutput output) throws Exception {
        int nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = taken.getLocalPort();
        }
        assertThat(start("jdbc:postgresql://127.0.0.1:" + nobody + "/gateway")).isNotNull();

        assertThat(output)
                .contains("Description:\n\nThe gateway's database cannot be used (")
                .contains("refused")
                .contains("set GATEWAY_DATABASE_URL, such as jdbc:postgresql://db.example.com/gateway,")
                .doesNotContain("not-to-be-told", "Action:");
    }
}
