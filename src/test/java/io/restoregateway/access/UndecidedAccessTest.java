package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restoregateway.RestoreGatewayApplication;
import io.restoregateway.access.AccessProperties.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class UndecidedAccessTest {

    @Test
    void theGatewayDoesNotStartAndSaysInASentenceWhatToSet(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        RestoreGatewayApplication.class,
                        "--server.port=0",
                        "--gateway.access.api-key=",
                        "--gateway.atlan.base-url=https://acme.atlan.com",
                        "--gateway.atlan.api-key=not-used"))
                .hasRootCauseInstanceOf(UndecidedAccessException.class);

        assertThat(output.getAll())
                .contains("Nobody has decided who may call: set GATEWAY_API_KEY", "gateway.access.mode=open")
                .doesNotContain("\tat ");
    }

    @Test
    void aKeyDecidesUnlessOpenIsNamed() {
        assertThat(Settings.of(null, "the-key-of-callers").decided()).isEqualTo(Mode.API_KEY);
        assertThat(Settings.of(Mode.API_KEY, "the-key-of-callers").decided()).isEqualTo(Mode.API_KEY);
        assertThat(Settings.of(Mode.OPEN, "").decided()).isEqualTo(Mode.OPEN);
        assertThat(Settings.of(Mode.OPEN, "the-key-of-callers").decided()).isEqualTo(Mode.OPEN);
    }

    @Test
    void aBlankKeyIsNone() {
        assertThatThrownBy(() -> Settings.of(null, " ").decided()).isInstanceOf(UndecidedAccessException.class);
        assertThatThrownBy(() -> Settings.of(Mode.API_KEY, null).decided())
                .isInstanceOf(UndecidedAccessException.class);
    }
}
