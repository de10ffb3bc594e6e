package io.restoregateway.audit;

import java.util.UUID;

/** Work that goes on by itself after a restart, and concludes what it has begun. */
@FunctionalInterface
public interface OpenWork {

    /** Whether that job is among it, so that nobody else needs to find out what became of its writes. */
    boolean covers(UUID jobId);
}
