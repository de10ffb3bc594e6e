package io.restoregateway.atlan;

import io.restoregateway.restore.Pause;
import java.time.Duration;

/** Real time passing on the calling thread. */
final class ThreadPause implements Pause {

    @Override
    public void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
