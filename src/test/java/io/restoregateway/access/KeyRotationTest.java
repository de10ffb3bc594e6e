package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Keys in files that change while the gateway runs. */
@ExtendWith(OutputCaptureExtension.class)
class KeyRotationTest {

    private static final String FIRST = "first-0123456789-0123456789-0123456789";

    private static final String SECOND = "second-0123456789-0123456789-0123456789";

    private static final String HERE = "127.0.0.1";

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    private final InstantSource clock = () -> now;

    private Path keys;

    @BeforeEach
    void begin() throws IOException {
        keys = folder.resolve("keys.yaml");
        write(entry("etl", FIRST, "restorer"));
    }

    private void write(String... entries) throws IOException {
        Files.writeString(keys, "gateway.access.keys:\n" + String.join("", entries));
    }

    private static String entry(String name, String key, String role) {
        return "  - {name: %s, hash: '%s', roles: [%s]}\n"
                .formatted(name, KeyHash.of(key).text(), role);
    }

    private ConfigurableApplicationContext started(String... settings) {
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .run(settings);
    }

    private CurrentKeys keys(ConfigurableApplicationContext context) {
        return new CurrentKeys(
                context.getBean(AccessProperties.class), new FreshSettings(context.getEnvironment())::read, clock);
    }

    private boolean isLetIn(CurrentKeys current, String key) {
        return current.now().judge(key, HERE, now) instanceof AccessKeys.Verdict.Accepted;
    }

    @Test
    void aMountedFileIsReadAgain(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext context = started("--spring.config.import=file:" + keys)) {
            CurrentKeys current = keys(context);
            assertThat(isLetIn(current, FIRST)).isTrue();

            write(entry("etl", FIRST, "restorer"), entry("etl", SECOND, "restorer"));
            assertThat(isLetIn(current, SECOND)).as("not yet").isFalse();
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, SECOND)).isTrue();
            assertThat(isLetIn(current, FIRST)).isTrue();

            write(entry("etl", SECOND, "restorer"));
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, FIRST)).isFalse();
            assertThat(isLetIn(current, SECOND)).isTrue();
        }
        assertThat(output).contains("have changed; they are now of [etl]").doesNotContain("sha256:", FIRST, SECOND);
    }

    @Test
    void aFileOfAConfigTreeIsReadAgain() throws IOException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("GATEWAY_API_KEY"), FIRST + "\n");
        try (ConfigurableApplicationContext context = started("--GATEWAY_SECRETS_DIR=" + secrets)) {
            CurrentKeys current = keys(context);
            assertThat(isLetIn(current, FIRST)).isTrue();

            Files.writeString(secrets.resolve("GATEWAY_API_KEY"), SECOND);
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, FIRST)).isFalse();
            assertThat(isLetIn(current, SECOND)).isTrue();
        }
    }

    @Test
    void whatIsWrongWithANewFileIsSaidAndTheOldKeysStay(CapturedOutput output) throws IOException {
        try (ConfigurableApplicationContext context = started("--spring.config.import=file:" + keys)) {
            CurrentKeys current = keys(context);

            write(entry("etl", SECOND, "restorer"), "  - {name: bi, hash: '" + SECOND + "', roles: [viewer]}\n");
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, FIRST)).isTrue();
            assertThat(isLetIn(current, SECOND)).isFalse();

            Files.delete(keys);
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, FIRST)).isTrue();

            write("  - {name: etl, hash: '%s', roles: [viewer], expire: 2026-11-28T12:00:05Z}\n"
                    .formatted(KeyHash.of(SECOND).text()));
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, SECOND)).as("a mistyped setting").isFalse();

            Files.writeString(keys, "gateway.access.api-key: \"" + SECOND);
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, FIRST)).isTrue();

            Files.writeString(keys, "gateway.access.keys: []\n");
            now = now.plus(Duration.ofSeconds(10));
            assertThat(isLetIn(current, FIRST)).as("the last one is withdrawn").isFalse();
        }
        assertThat(output)
                .contains(
                        "were not changed: gateway.access.keys[1].hash (bi) is not a hash of a key",
                        "were not changed: gateway.access cannot be read",
                        "were not changed: the settings cannot be read")
                .doesNotContain(SECOND);
    }

    @Test
    void anEndComesWithoutAnyChange() throws IOException {
        write("  - {name: etl, hash: '%s', roles: [viewer], expires: 2026-11-28T12:00:05Z}\n"
                .formatted(KeyHash.of(FIRST).text()));
        try (ConfigurableApplicationContext context = started("--spring.config.import=file:" + keys)) {
            CurrentKeys current = keys(context);
            now = now.plusMillis(4_999);
            assertThat(isLetIn(current, FIRST)).isTrue();
            now = now.plusMillis(1);
            assertThat(current.now().judge(FIRST, HERE, now)).isEqualTo(new AccessKeys.Verdict.Expired("etl"));
        }
    }

    @EnableConfigurationProperties(AccessProperties.class)
    static class Wiring {}
}
