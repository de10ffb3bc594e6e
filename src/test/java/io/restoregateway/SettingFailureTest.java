package io.restoregateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
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
                "gateway.access.mode=closed | gateway.access.mode is \"closed\", which is not among its values: set it to api-key or oidc or open",
                "gateway.access.mode=oidc | gateway.access.oidc.issuer is not set: set it to your identity provider's issuer, for example https://login.example.com",
                "gateway.access.mode=oidc,gateway.access.oidc.issuer=http://login.example.com | gateway.access.oidc.issuer is not an https URL: set it to your identity provider's issuer, for example https://login.example.com",
                "gateway.access.mode=oidc,gateway.access.oidc.issuer=https://login.example.com | gateway.access.oidc.audience is not set: set it to what tokens for this gateway name as their audience (aud)",
                "gateway.access.keys[0].hash=x | gateway.access.keys[0].name is not set: set it to 1 to 64 letters, digits and . _ @ -, other than anonymous and api-key",
                "gateway.access.keys[0].name=api-key | gateway.access.keys[0].name is \"api-key\": set it to 1 to 64 letters, digits and . _ @ -, other than anonymous and api-key",
                "gateway.access.keys[0].name=etl | gateway.access.keys[0].hash (etl) is not a hash of a key: set it to what \"java -jar restore-gateway.jar new-api-key\" prints",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH | gateway.access.keys[0].roles (etl) is empty: set it to viewer, restorer, approver or admin, or to several of them",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH,gateway.access.keys[0].roles=boss | gateway.access.keys[0].roles is \"boss\", which is not among its values: set it to viewer or restorer or approver or admin",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH,gateway.access.keys[0].roles=viewer,gateway.access.keys[0].addresses=10.0.0.0/99 | gateway.access.keys[0].addresses (etl) has \"10.0.0.0/99\": set it to addresses and ranges such as 10.0.0.0/8 or 2001:db8::/32",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH,gateway.access.keys[0].roles=viewer,gateway.access.keys[0].addresses=example.com | gateway.access.keys[0].addresses (etl) has \"example.com\": set it to addresses and ranges such as 10.0.0.0/8 or 2001:db8::/32",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH,gateway.access.keys[0].roles=viewer,gateway.access.keys[0].expires=soon | gateway.access.keys[0].expires is \"soon\", which cannot be read as a Instant: correct it or leave it out",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH,gateway.access.keys[0].roles=viewer,gateway.access.keys[1].name=bi,gateway.access.keys[1].hash=HASH,gateway.access.keys[1].roles=viewer | gateway.access.keys[1].hash (bi) stands there twice: give every caller a key of their own",
                "gateway.access.keys-refresh=0s | gateway.access.keys-refresh must be 1s or more, such as 10s",
                "gateway.access.requests-per-second=0 | gateway.access.requests-per-second must be 1 or more, such as 100",
                "gateway.access.four-eyes=true,gateway.access.mode=open | gateway.access.four-eyes is true, but in mode open callers are not told apart: set the mode to api-key or oidc",
                "gateway.access.api-key=fifteen-letters | GATEWAY_API_KEY has fewer than 16 characters, so it could be guessed: set it to a longer one, best at random",
                "gateway.access.four-eyes=true,gateway.access.api-key=the-key-of-everybody | gateway.access.four-eyes is true, but GATEWAY_API_KEY is one key for everybody: leave it out, and give each caller a key in gateway.access.keys",
                "gateway.access.keys[0].name=etl,gateway.access.keys[0].hash=HASH,gateway.access.keys[0].roles=viewer,gateway.access.keys[0].addresses= | gateway.access.keys[0].addresses (etl) is empty: name at least one address or range, or leave it out for anywhere",
                "gateway.jobs.max-open-per-caller=0 | gateway.jobs.max-open-per-caller is 0: set it to 1 or more, such as 100",
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

    private static ConfigurableApplicationContext start(String settings) {
        String hash = "sha256:" + "0123456789abcdef".repeat(4);
        Stream<String> wrong =
                Arrays.stream(settings.split(",", -1)).map(setting -> "--" + setting.replace("HASH", hash));
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(ENOUGH.stream(), wrong).toArray(String[]::new));
    }

    @ConfigurationPropertiesScan
    static class Settings {}
}
