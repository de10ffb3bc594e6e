package io.restoregateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class SettingFailureTest {

    private static final List<String> ENOUGH = List.of(
            "--spring.main.banner-mode=off",
            "--gateway.atlan.base-url=https://acme.atlan.com",
            "--gateway.atlan.api-key=not-used");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gateway.atlan.attempts=0 | gateway.atlan.attempts is 0: set it to a number from 1 to 10",
                "gateway.access.api-key=two words | GATEWAY_API_KEY holds a blank, a line break or another character that no header can carry: set it to the key alone",
                "gateway.access.mode=closed | gateway.access.mode is \"closed\", which is not among its values: set it to api-key or open",
                "gateway.safety.archived-parent=no | gateway.safety.archived-parent is \"no\", which is not among its values: set it to warn or refuse",
                "gateway.restore.resends=11 | gateway.restore.resends must be 0 to 10",
                "gateway.restore.settle-timeout=soon | gateway.restore.settle-timeout is \"soon\", which cannot be read as a Duration: correct it or leave it out",
                "gateway.restore.confirm-timeout=-1s | gateway.restore.confirm-timeout must not be negative",
                "gateway.audit.settle-after=0s | gateway.audit.settle-after must be positive, such as 5m",
                "gateway.audit.retention=-1d | gateway.audit.retention must be positive, such as 365d",
                "gateway.web.max-body-size=1B | gateway.web.max-body-size must be between 1KB and 1GB, such as 8MB",
            })
    void saysInOneSentenceWhichSettingIsWrong(String setting, String sentence, CapturedOutput output) {
        assertThat(catchThrowable(() -> start(setting))).isNotNull();

        assertThat(output)
                .contains("Description:\n\n" + sentence + "\n")
                .doesNotContain("Action:")
                .doesNotContain("\tat ");
    }

    @Test
    void startsWhenNoneIs() {
        start("gateway.access.mode=open").close();
    }

    private static ConfigurableApplicationContext start(String setting) {
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(ENOUGH.stream(), Stream.of("--" + setting)).toArray(String[]::new));
    }

    @ConfigurationPropertiesScan
    static class Settings {}
}
