package io.restoregateway.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastLookTest {

    private final Queue<Runnable> elsewhere = new ArrayDeque<>();

    private Instant now = Instant.parse("2026-11-28T12:00:00Z");

    private @Nullable String there = "one";

    private final LastLook<String> look = new LastLook<>(() -> there, Duration.ofSeconds(5), () -> now, elsewhere::add);

    private void looked() {
        elsewhere.remove().run();
    }

    @Test
    void nobodyWaitsForALookAndOneHasToDoForAWhile() {
        assertThat(look.get()).isNull();
        assertThat(look.get()).isNull();
        assertThat(elsewhere).as("one look for all").hasSize(1);

        looked();
        there = "two";
        assertThat(look.get()).isEqualTo("one");
        assertThat(elsewhere).isEmpty();

        now = now.plusSeconds(5);
        assertThat(look.get()).as("while somebody looks again").isEqualTo("one");
        looked();
        assertThat(look.get()).isEqualTo("two");
    }

    @Test
    void whatWasSeenLongAgoOrIsGoneIsNotTold() {
        look.get();
        looked();
        now = now.plusSeconds(60);
        assertThat(look.get()).as("a look that takes for ever").isNull();

        looked();
        assertThat(look.get()).isEqualTo("one");

        there = null;
        now = now.plusSeconds(5);
        look.get();
        looked();
        assertThat(look.get()).isNull();
    }
}
