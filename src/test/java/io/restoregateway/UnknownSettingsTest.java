package io.restoregateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@ExtendWith(OutputCaptureExtension.class)
class UnknownSettingsTest {

    private static void checkFile(String name) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("a file", Map.of(name, "any")));
        new UnknownSettings(environment);
    }

    private static void checkVariable(String name) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "any")));
        new UnknownSettings(environment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.access.four-eyes",
                "gateway.access.fourEyes",
                "gateway.access.keys[0].roles[1]",
                "gateway.access.keys[12].expires",
                "gateway.access.oidc.role-names.viewer[0]",
                "gateway.access.oidc.role-names.viewer",
                "gateway.jobs.events.interval",
                "gateway.jobs.retention",
                "gateway.sandbox.latency-per-call",
                "server.port"
            })
    void takesWhatIsOne(String name) {
        assertThatCode(() -> checkFile(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gateway.acces.mode",
                "gateway.access.four-eye",
                "gateway.access.keys[0].role",
                "gateway.access.mode.x",
                "gateway.atlan.calls-per-second",
                "gateway.nothing"
            })
    void refusesWhatIsNone(String name) {
        assertThatThrownBy(() -> checkFile(name))
                .isInstanceOf(UnknownSettingException.class)
                .hasMessage(name + " is no setting of the gateway: correct it or leave it out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GATEWAY_ACCESS_FOUREYES",
                "GATEWAY_ACCESS_KEYS_0_HASH",
                "GATEWAY_API_KEY",
                "GATEWAY_PORT",
                "GATEWAY_SERVICE_HOST",
                "GATEWAY_PORT_8080_TCP_ADDR",
                "GATEWAY_WEB_SERVICE_HOST",
                "GATEWAY_JOBS_SERVICE_PORT_HTTP",
                "GATEWAY_AUDIT_PORT_8080_TCP_ADDR",
                "GATEWAY_DATABASE_URL",
                "GATEWAY_SCRAPE_KEY"
            })
    void leavesOthersTheirVariables(String name, CapturedOutput output) {
        assertThatCode(() -> checkVariable(name)).doesNotThrowAnyException();
        assertThat(output).doesNotContain("is no setting");
    }

    /** A new one has to be put into the list of those that are known. */
    @Test
    void knowsEveryVariableOfItsOwn(CapturedOutput output) throws IOException {
        Set<String> names = Stream.of("src/main/resources/application.yaml", "docker-compose.yml")
                .map(Path::of)
                .flatMap(UnknownSettingsTest::variables)
                .collect(Collectors.toSet());
        assertThat(names).hasSizeGreaterThan(10);

        for (String name : names) {
            checkVariable(name);
        }
        assertThat(output).doesNotContain("is no setting");
    }

    private static Stream<String> variables(Path file) {
        try {
            return Pattern.compile("\\$\\{(GATEWAY_[A-Z_]+)")
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    @Test
    void warnsOfAVariableThatMayBeMistyped(CapturedOutput output) {
        assertThatCode(() -> checkVariable("GATEWAY_ACCES_FOUREYES")).doesNotThrowAnyException();
        assertThat(output).contains("A variable is no setting of the gateway: GATEWAY_ACCES_FOUREYES");
    }

    @Test
    void refusesAVariableThatIsNone() {
        assertThatThrownBy(() -> checkVariable("GATEWAY_ACCESS_FOUREYE"))
                .hasMessageStartingWith("gateway.access.foureye is no setting of the gateway");
    }

    @Test
    void saysSoInOneSentence(CapturedOutput output) {
        assertThat(catchThrowable(() -> new SpringApplicationBuilder(Wiring.class)
                        .web(WebApplicationType.NONE)
                        .run("--spring.main.banner-mode=off", "--gateway.acces.mode=open")))
                .isNotNull();

        assertThat(output)
                .contains(
                        "Description:\n\ngateway.acces.mode is no setting of the gateway: correct it or leave it out\n")
                .doesNotContain("\tat ");
    }

    @Import(UnknownSettings.class)
    static class Wiring {}
}
