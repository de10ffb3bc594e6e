package io.restoregateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.restoregateway.RestoreGatewayApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SandboxMisusedTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://acme.atlan.com", "https://acme.atlan.com/sandbox", "http://localhost:9999"})
    void doesNotStartAnOpenGatewayInFrontOfAnotherTenant(String tenant, CapturedOutput output) {
        SpringApplicationBuilder gateway =
                new SpringApplicationBuilder(RestoreGatewayApplication.class).profiles("sandbox");

        assertThat(catchThrowable(() -> gateway.run("--server.port=0", "--gateway.atlan.base-url=" + tenant)))
                .isNotNull();

        assertThat(output)
                .contains("leave it out, or start without the profile sandbox.")
                .doesNotContain("\tat ");
    }
}
