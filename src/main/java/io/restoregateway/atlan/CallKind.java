package io.restoregateway.atlan;

import java.time.Duration;

/** On whose behalf a call is made: what people wait for goes before what jobs do. */
enum CallKind {
    INTERACTIVE(Duration.ofMillis(50)),
    BACKGROUND(Duration.ofMillis(250));

    private final Duration step;

    CallKind(Duration step) {
        this.step = step;
    }

    /** How often to look for a place that may become free at any moment. */
    Duration step() {
        return step;
    }
}
