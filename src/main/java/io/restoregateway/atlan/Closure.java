package io.restoregateway.atlan;

import io.restoregateway.restore.UpstreamError;
import java.time.Instant;

/**
 * Atlan wants no calls from anybody for some time.
 *
 * @param word its answer that said so
 */
record Closure(Instant until, UpstreamError word) {}
