package io.restoregateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String command, String input) throws IOException {
        out.reset();
        return KeyCommand.of(command)
                .orElseThrow()
                .run(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static boolean isLetIn(String hash, String key) {
        AccessKeys keys = Settings.withKeys(new KeySettings("etl", hash, Set.of(Role.VIEWER), null, null))
                .accepted();
        return keys.judge(key, "127.0.0.1", Instant.EPOCH) instanceof AccessKeys.Verdict.Accepted;
    }

    @Test
    void aNewKeyLetsInUnderItsHash() throws IOException {
        assertThat(run("new-api-key", "")).isZero();

        List<String> lines = printed();
        String key = lines.get(0).substring("key:  ".length());
        assertThat(lines).hasSize(2);
        assertThat(key).matches("rgw_[A-Za-z0-9_-]{43}");
        assertThat(isLetIn(lines.get(1).substring("hash: ".length()), key)).isTrue();
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain(key);
    }

    @Test
    void noTwoKeysAreTheSame() throws IOException {
        run("new-api-key", "");
        List<String> first = printed();
        run("new-api-key", "");

        assertThat(printed()).doesNotContainAnyElementsOf(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void aKeyOfOnesOwnIsHashedFromStandardInput(String end) throws IOException {
        String key = "a-key-of-our-own-vault.0123456789";

        assertThat(run("hash-api-key", key + end)).isZero();
        assertThat(printed())
                .singleElement()
                .satisfies(hash -> assertThat(isLetIn(hash, key)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "two words, long enough to be a key, though",
                "ein-schlüssel-der-nicht-in-einen-kopf-passt"
            })
    void whatIsNoGoodKeyIsNotHashed(String key) throws IOException {
        assertThat(run("hash-api-key", key)).isEqualTo(2);
        assertThat(printed()).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("32 to 999 visible ASCII characters");
    }

    @Test
    void thereAreNoOthers() {
        assertThat(KeyCommand.of("help")).isEmpty();
    }
}
